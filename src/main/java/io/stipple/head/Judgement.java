package io.stipple.head;

import io.stipple.model.PointPx;
import io.stipple.opencv.MatScope;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/**
 * How much a silhouette is like a head's: one figure each for size, colour, shape and rim.
 *
 * @param sharePct of the frame, %
 * @param red mean of {@code log R - ½ log G - ½ log B} inside
 * @param yellow mean of {@code log G - log B} inside
 * @param support share of the way round one ellipse, as far as it lies in the frame, that the rim follows, 0..1; 0 where it
 *     is too short an arc
 * @param contrast mean step of colour across the rim over the mean step inside
 */
record Judgement(double sharePct, double red, double yellow, double support, double contrast) {
    private static final double CORE_SHARE = 0.15;
    private static final double RIM_PX = 1.5;

    static Judgement of(Mat silhouette, ReducedColours colours, HeadSettings settings) {
        try (MatScope mats = new MatScope()) {
            double area = Core.countNonZero(silhouette);
            List<PointPx> rim =
                    RimPoints.inside(Silhouettes.contour(silhouette, mats), silhouette.cols(), silhouette.rows());
            double radius = Math.sqrt(area / Math.PI);
            Optional<Arc> arc = RimEllipse.fit(rim, radius, SkullView.UNKNOWN)
                    .map(ellipse -> Arc.of(
                            ellipse, rim, settings.rimTolerance() * radius, silhouette.cols(), silhouette.rows()));
            return new Judgement(
                    100 * area / silhouette.total(),
                    Core.mean(colours.red(), silhouette).val[0],
                    Core.mean(colours.yellow(), silhouette).val[0],
                    arc.filter(a -> a.share() >= settings.leastArc())
                            .map(Arc::support)
                            .orElse(0.0),
                    contrast(silhouette, radius, colours, mats));
        }
    }

    /** Higher is more like a head: shape and rim together, neither making up for the other. */
    double score(HeadSettings settings) {
        return isSkin(settings) && sharePct >= settings.smallestSharePct()
                ? support * Math.min(1, contrast / (3 * settings.leastContrast()))
                : 0;
    }

    /** Why this is no head, or empty where it is one. */
    Optional<String> fault(HeadSettings settings) {
        if (sharePct < settings.smallestSharePct()) {
            return said(
                    "the largest skin-coloured piece near the middle covers %.1f %% of the photo, less than %.1f %%",
                    sharePct, settings.smallestSharePct());
        }
        if (!isSkin(settings)) {
            return said(
                    "the piece in the middle has not the colour of skin: red %.2f (skin %.2f to %.2f), yellow %.2f (skin"
                            + " %.2f to %.2f)",
                    red, settings.redMin(), settings.redMax(), yellow, settings.yellowMin(), settings.yellowMax());
        }
        if (support < settings.leastSupport()) {
            return said(
                    "the skin-coloured piece is not round like a head: its rim follows %.0f %% of an ellipse, less than"
                            + " %.0f %%",
                    100 * support, 100 * settings.leastSupport());
        }
        if (contrast < settings.leastContrast()) {
            return said(
                    "no rim: colour changes there only %.1f times as fast as within, less than %.1f times",
                    contrast, settings.leastContrast());
        }
        return Optional.empty();
    }

    private boolean isSkin(HeadSettings settings) {
        return red >= settings.redMin()
                && red <= settings.redMax()
                && yellow >= settings.yellowMin()
                && yellow <= settings.yellowMax();
    }

    private static Optional<String> said(String pattern, Object... figures) {
        return Optional.of(String.format(Locale.ROOT, pattern, figures));
    }

    // The rim must stand out of the head's own texture: the same gradient along the rim and well inside.
    private static double contrast(Mat silhouette, double radius, ReducedColours colours, MatScope mats) {
        Mat core = Silhouettes.shrunk(silhouette, CORE_SHARE * radius, mats);
        Mat rim = mats.mat();
        Core.subtract(Silhouettes.grown(silhouette, RIM_PX, mats), Silhouettes.shrunk(silhouette, RIM_PX, mats), rim);
        if (Core.countNonZero(core) == 0 || Core.countNonZero(rim) == 0) {
            return 0;
        }
        Mat gradient = mats.own(colours.gradient());
        return Core.mean(gradient, rim).val[0] / Math.max(1e-6, Core.mean(gradient, core).val[0]);
    }
}
