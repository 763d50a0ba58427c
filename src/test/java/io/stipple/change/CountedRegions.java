package io.stipple.change;

import io.stipple.model.Dot;
import io.stipple.model.DotFigures;
import io.stipple.model.Fate;
import io.stipple.model.Interval;
import io.stipple.model.Measurement;
import io.stipple.model.PointPx;
import io.stipple.model.Stage;
import io.stipple.model.TrackedDot;
import io.stipple.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Regions and dots as other rooms would hand them over. */
final class CountedRegions {
    private CountedRegions() {}

    static DotFigures figures(int dots, double areaCm2, double completeness, double completenessSe) {
        return figures(dots, areaCm2, completeness, completenessSe, null);
    }

    private static DotFigures figures(
            int dots, double areaCm2, double completeness, double completenessSe, @Nullable Double emptyShare) {
        double density = dots / completeness / areaCm2;
        return new DotFigures(
                dots,
                density,
                new Interval(0.9 * density, 1.1 * density),
                completeness,
                completenessSe,
                null,
                null,
                emptyShare,
                0.0,
                2,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null);
    }

    static Measurement measured(Stage stage, int dots, double areaCm2, double completeness) {
        return new Measurement(
                "top",
                stage,
                "frontal",
                stage.name() + "/top.jpg",
                Verdict.MEASURED,
                "",
                areaCm2,
                figures(dots, areaCm2, completeness, Math.sqrt(completeness * (1 - completeness) / 200)),
                null);
    }

    static Measurement toneOnly(Stage stage, String reason) {
        return new Measurement(
                "top", stage, "frontal", stage.name() + "/top.jpg", Verdict.TONE_ONLY, reason, 15.0, null, null);
    }

    static Region.Counted counted(int dots, double areaCm2, double completeness, double completenessSe) {
        return new Region.Counted(
                "frontal",
                Stage.session(1),
                figures(dots, areaCm2, completeness, completenessSe),
                areaCm2,
                List.of(),
                PhotoEvidence.none());
    }

    /** As above, where some share of empty places passes for a dot. */
    static Region.Counted withEmpty(int dots, double completeness, double emptyShare) {
        return new Region.Counted(
                "frontal",
                Stage.session(1),
                figures(dots, 15, completeness, 0.002, emptyShare),
                15,
                List.of(),
                PhotoEvidence.none());
    }

    static TrackedDot dot(int track, double x, double y, double contrast, double pigmentMm2) {
        Dot dot = new Dot(new PointPx(x, y), 0.4, contrast, pigmentMm2, 0.05 * pigmentMm2, 20, 0.9);
        return new TrackedDot(track, dot, new PointPx(x, y), "frontal", Fate.KEPT, false);
    }

    /** Dots with the tracks from {@code first} to {@code last}, 10 px apart along a line of their own. */
    static List<TrackedDot> line(int first, int last, double contrast, double pigmentMm2) {
        return line(first, last, contrast, pigmentMm2, track -> 100);
    }

    static List<TrackedDot> line(int first, int last, double contrast, double pigmentMm2, IntUnaryOperator y) {
        List<TrackedDot> dots = new ArrayList<>();
        for (int track = first; track <= last; track++) {
            dots.add(dot(track, 10.0 * track, y.applyAsInt(track), contrast, pigmentMm2));
        }
        return dots;
    }
}
