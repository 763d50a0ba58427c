package io.stipple.head;

import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the shape of a skull on which dots are round.
 *
 * <p>A dot of pigment is as wide as it is long; where the photo shows it narrow, the scalp is slanted. Over thousands of
 * dots this tells the bulge and tilt that the outline leaves open (shape from texture, Witkin 1981), by Gauss–Newton with
 * Huber's weights and the mean adult skull as a prior. Blur makes dots rounder too, the more the steeper the scalp: what is
 * left of it in each photo is found along with the shape.
 */
final class RoundDots {
    // Scatter of the bulge between adults, and of how people hold their heads to a camera.
    private static final double BULGE_SD = 0.25;
    private static final double TILT_SD = 0.2;
    // Scatter of the ellipticity of single dots, of pigment and of noise together; what lies far beyond is a stroke or
    // two
    // dots in one.
    private static final double DOT_SD = 0.2;
    private static final double HUBER = 1.5;
    private static final int STEPS = 12;
    private static final double NUDGE = 1e-3;
    private static final double LEAST_BULGE = 0.4;
    // What is left between heads and their ellipsoids: bumps of a few millimetres over a few centimetres.
    private static final double SLOPE_SD = 0.1;
    // Beyond, blur makes dots rounder than the slant.
    private static final double LEAST_COSINE = 0.45;
    private static final int SOLID = 3;
    private static final int SURFACE = SOLID + BentSkull.TERMS;
    // Blur told from edges left up to a third of its variance in, on phantoms.
    private static final double BLUR_SD = 0.3;

    private RoundDots() {}

    /** The surface's unknowns, bulge and two tilts of the ellipsoid and its bends, then the blur left in each photo. */
    private static double[] start(SkullShape prior, int photos) {
        double[] start = new double[SURFACE + photos];
        start[0] = prior.bulge();
        start[1] = prior.tilt1();
        start[2] = prior.tilt2();
        return start;
    }

    private static double[] deviations(SkullShape prior, double reach, int photos) {
        double[] sd = new double[SURFACE + photos];
        Arrays.fill(sd, SURFACE, sd.length, BLUR_SD);
        sd[0] = BULGE_SD * prior.bulge();
        sd[1] = TILT_SD;
        sd[2] = TILT_SD;
        for (int term = 0; term < BentSkull.TERMS; term++) {
            int order = BentSkull.order(term);
            // The slope of a Legendre polynomial is √(order (order + 1) / 2) on the mean square.
            sd[SOLID + term] = SLOPE_SD * reach / Math.sqrt(order * (order + 1) / 2.0);
        }
        return sd;
    }

    /**
     * A surface and how well its bulge is known.
     *
     * @param bulgeSe standard error of the bulge, the bends held: where bulge and bends stand for each other, neither is
     *     known and the area is
     */
    record Found(ScalpGeometry surface, SkullShape shape, double bulgeSe) {}

    /**
     * The surface on which the dots are roundest.
     *
     * @param surface the ellipsoid of a shape
     * @param reach tangent of the outline's half angle
     * @param photos the dots of each photo
     */
    static Found shape(
            SkullShape prior, Function<SkullShape, SkullQuadric> surface, double reach, List<List<DotShape>> photos) {
        Function<double[], ScalpGeometry> bent = at -> new BentSkull(
                surface.apply(new SkullShape(prior.reference(), at[0], at[1], at[2])),
                Arrays.copyOfRange(at, SOLID, SURFACE));
        double[] start = start(prior, photos.size());
        double[] now = start.clone();
        double[] sd = deviations(prior, reach, photos.size());
        int n = now.length;
        double[][] normal = new double[n][n];
        for (int step = 0; step < STEPS; step++) {
            double[] right = new double[n];
            normal = new double[n][n];
            for (int k = 0; k < n; k++) {
                normal[k][k] = 1 / (sd[k] * sd[k]);
                right[k] = (start[k] - now[k]) / (sd[k] * sd[k]);
            }
            accumulate(now, bent, photos, normal, right);
            double[] change = LinearEquations.solve(normal, right);
            for (int k = 0; k < n; k++) {
                now[k] += Math.max(-0.3, Math.min(0.3, change[k]));
            }
            now[0] = Math.max(LEAST_BULGE, now[0]);
        }
        return new Found(
                bent.apply(now),
                new SkullShape(prior.reference(), now[0], now[1], now[2]),
                1 / Math.sqrt(normal[0][0]));
    }

    private static void accumulate(
            double[] now,
            Function<double[], ScalpGeometry> surface,
            List<List<DotShape>> photos,
            double[][] normal,
            double[] right) {
        ScalpGeometry[] nudged = new ScalpGeometry[SURFACE + 1];
        int[] unknowns = new int[SURFACE + 1];
        for (int k = 0; k <= SURFACE; k++) {
            double[] at = now.clone();
            at[k] += k < SURFACE ? NUDGE : 0;
            nudged[k] = surface.apply(at);
            unknowns[k] = k;
        }
        ScalpGeometry here = nudged[SURFACE];
        for (int photo = 0; photo < photos.size(); photo++) {
            unknowns[SURFACE] = SURFACE + photo;
            double blur = 1 + now[SURFACE + photo];
            double size = typicalSize(photos.get(photo), here, blur);
            for (DotShape dot : photos.get(photo)) {
                ScalpFrame frame = frame(here, dot);
                double[][] slopes = frame == null ? null : slopes(dot, frame, nudged, size);
                if (frame != null && slopes != null) {
                    add(ellipticity(onScalp(dot, frame, blur), size), slopes, unknowns, normal, right);
                }
            }
        }
    }

    /** Median of the dots' sizes on the scalp, mm²; NaN where none can be told. */
    private static double typicalSize(List<DotShape> dots, ScalpGeometry surface, double blur) {
        double[] sizes = dots.stream()
                .flatMapToDouble(dot -> {
                    ScalpFrame frame = frame(surface, dot);
                    return frame == null
                            ? DoubleStream.empty()
                            : DoubleStream.of(onScalp(dot, frame, blur).size());
                })
                .sorted()
                .toArray();
        return sizes.length == 0 ? Double.NaN : sizes[sizes.length / 2];
    }

    /**
     * How the ellipticity of a dot that is round here goes with each unknown; null where it is seen too steeply. Of a
     * round one, for the noise of the dot's own shape would pull towards surfaces that make every dot smaller.
     */
    private static double @Nullable [][] slopes(DotShape dot, ScalpFrame frame, ScalpGeometry[] nudged, double size) {
        Moments round = inPicture(Moments.round(size / 2), frame);
        double[][] slopes = new double[SURFACE + 1][];
        for (int k = 0; k < SURFACE; k++) {
            ScalpFrame moved = frame(nudged[k], dot);
            if (moved == null) {
                return null;
            }
            slopes[k] = ellipticity(onScalp(round, moved), NUDGE * size);
        }
        slopes[SURFACE] = ellipticity(onScalp(dot.blur(), frame), -size);
        return slopes;
    }

    /** The scalp under a dot; null where it is too steep to see. */
    private static @Nullable ScalpFrame frame(ScalpGeometry surface, DotShape dot) {
        return surface.at(dot.at().x(), dot.at().y())
                .filter(frame -> frame.cosineOfView() > LEAST_COSINE)
                .orElse(null);
    }

    private static void add(double[] residual, double[][] slopes, int[] unknowns, double[][] normal, double[] right) {
        double size = Math.hypot(residual[0], residual[1]) / DOT_SD;
        double weight = Math.min(1, HUBER / Math.max(size, 1e-9)) / (DOT_SD * DOT_SD);
        for (int c = 0; c < 2; c++) {
            for (int k = 0; k < slopes.length; k++) {
                right[unknowns[k]] -= weight * slopes[k][c] * residual[c];
                for (int l = 0; l < slopes.length; l++) {
                    normal[unknowns[k]][unknowns[l]] += weight * slopes[k][c] * slopes[l][c];
                }
            }
        }
    }

    /** The moments of a dot on the scalp, its photo's blur taken off, mm². */
    private static Moments onScalp(DotShape dot, ScalpFrame frame, double blur) {
        return onScalp(dot.seen().less(blur, dot.blur()), frame);
    }

    private static Moments onScalp(Moments px2, ScalpFrame frame) {
        double det = frame.xPerU() * frame.yPerV() - frame.xPerV() * frame.yPerU();
        return px2.in(frame.yPerV() / det, -frame.xPerV() / det, -frame.yPerU() / det, frame.xPerU() / det);
    }

    private static Moments inPicture(Moments mm2, ScalpFrame frame) {
        return mm2.in(frame.xPerU(), frame.xPerV(), frame.yPerU(), frame.yPerV());
    }

    /** Its two components, both 0 for a round dot, as shares of a size. */
    private static double[] ellipticity(Moments dot, double size) {
        return new double[] {(dot.xx() - dot.yy()) / size, 2 * dot.xy() / size};
    }
}
