package io.stipple.change;

import io.stipple.model.Change;
import io.stipple.model.ChangeKind;
import io.stipple.model.ChangeVerdict;
import io.stipple.model.DotFigures;
import io.stipple.model.FreeSpace;
import io.stipple.model.Interval;
import io.stipple.model.Measurement;
import io.stipple.model.PercentChange;
import io.stipple.model.Stage;
import io.stipple.model.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Regions of 20 cm², all dots found, scale and surface known to 2 % each, and what became of them. */
final class PlannedRegions {
    static final double AREA_CM2 = 20;

    private PlannedRegions() {}

    static Measurement counted(String region, Stage stage, int dots, double contrast) {
        DensityEstimate density =
                DensityEstimate.of(dots, 0, AREA_CM2, new ArtificialDots(1, 0), new AreaError(0.02, 0.02));
        DotFigures figures = new DotFigures(
                dots,
                density.perCm2(),
                density.interval95(),
                1.0,
                0.0,
                null,
                null,
                null,
                0.0,
                2,
                contrast,
                0.001,
                null,
                null,
                0,
                0.4,
                null,
                null);
        return new Measurement("top", stage, region, stage + "/top.jpg", Verdict.MEASURED, "", AREA_CM2, figures, null);
    }

    static FreeSpace free(String region, int fits) {
        return new FreeSpace("top", region, Stage.settled(1), 0.4, 30, fits, List.of());
    }

    static Change fading(String region, double retainedPct) {
        PercentChange retained = new PercentChange(retainedPct, new Interval(retainedPct - 4, retainedPct + 4));
        return change(region, Stage.session(1), Stage.settled(1), ChangeKind.FADING, retained, null, null);
    }

    static Change placed(int doubleDots, double byChance) {
        return change("frontal", Stage.settled(1), Stage.session(2), ChangeKind.PLACED, null, doubleDots, byChance);
    }

    private static Change change(
            String region,
            Stage from,
            Stage to,
            ChangeKind kind,
            @Nullable PercentChange retained,
            @Nullable Integer doubleDots,
            @Nullable Double byChance) {
        return new Change(
                "top",
                region,
                from,
                to,
                kind,
                1000,
                0,
                600,
                retained,
                null,
                null,
                null,
                null,
                ChangeVerdict.REAL,
                "",
                doubleDots,
                byChance);
    }
}
