package io.stipple.head;

import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Finds the shape of a skull on which dots are round.
 *
 * <p>A dot of pigment is as wide as it is long; where the photo shows it narrow, the scalp is slanted. Over thousands of
 * dots this tells the bulge and tilt that the outline leaves open (shape from texture, Witkin 1981), by Gauss–Newton with
 * Huber's weights and the mean adult skull as a prior.
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

    private RoundDots() {}

    /** What is looked for: bulge and two tilts of the ellipsoid, then its bends. */
    private static double[] start(SkullShape prior) {
        double[] start = new double[SOLID + BentSkull.TERMS];
        start[0] = prior.bulge();
        start[1] = prior.tilt1();
        start[2] = prior.tilt2();
        return start;
    }

    private static double[] deviations(SkullShape prior, double reach) {
        double[] sd = new double[SOLID + BentSkull.TERMS];
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
     * @param bulgeSe relative standard error of the bulge
     */
    record Found(ScalpGeometry surface, SkullShape shape, double bulgeSe) {}

    /**
     * The surface on which the dots are roundest.
     *
     * @param surface the ellipsoid of a shape
     * @param reach tangent of the outline's half angle
     */
    static Found shape(
            SkullShape prior, Function<SkullShape, SkullQuadric> surface, double reach, List<DotShape> dots) {
        Function<double[], ScalpGeometry> bent = at -> new BentSkull(
                surface.apply(new SkullShape(prior.reference(), at[0], at[1], at[2])),
                Arrays.copyOfRange(at, SOLID, at.length));
        double[] start = start(prior);
        double[] now = start.clone();
        double[] sd = deviations(prior, reach);
        int n = now.length;
        double[][] normal = new double[n][n];
        for (int step = 0; step < STEPS; step++) {
            double[] right = new double[n];
            normal = new double[n][n];
            for (int k = 0; k < n; k++) {
                normal[k][k] = 1 / (sd[k] * sd[k]);
                right[k] = (start[k] - now[k]) / (sd[k] * sd[k]);
            }
            accumulate(now, bent, dots, normal, right);
            double[] change = LinearEquations.solve(normal, right);
            for (int k = 0; k < n; k++) {
                now[k] += Math.max(-0.3, Math.min(0.3, change[k]));
            }
            now[0] = Math.max(LEAST_BULGE, now[0]);
        }
        double[] unit = new double[n];
        unit[0] = 1;
        return new Found(
                bent.apply(now),
                new SkullShape(prior.reference(), now[0], now[1], now[2]),
                Math.sqrt(LinearEquations.solve(normal, unit)[0]));
    }

    private static void accumulate(
            double[] now,
            Function<double[], ScalpGeometry> surface,
            List<DotShape> dots,
            double[][] normal,
            double[] right) {
        int n = now.length;
        ScalpGeometry[] nudged = new ScalpGeometry[n + 1];
        for (int k = 0; k <= n; k++) {
            double[] at = now.clone();
            if (k > 0) {
                at[k - 1] += NUDGE;
            }
            nudged[k] = surface.apply(at);
        }
        double[][] residual = new double[n + 1][2];
        for (DotShape dot : dots) {
            boolean seen = true;
            for (int k = 0; k <= n && seen; k++) {
                ScalpFrame frame = nudged[k].at(dot.at().x(), dot.at().y()).orElse(null);
                seen = frame != null && frame.cosineOfView() > LEAST_COSINE;
                if (frame != null) {
                    ellipticity(dot, frame, residual[k]);
                }
            }
            if (seen) {
                add(residual, normal, right);
            }
        }
    }

    private static void add(double[][] residual, double[][] normal, double[] right) {
        double size = Math.hypot(residual[0][0], residual[0][1]) / DOT_SD;
        double weight = Math.min(1, HUBER / Math.max(size, 1e-9)) / (DOT_SD * DOT_SD);
        int n = right.length;
        for (int c = 0; c < 2; c++) {
            for (int k = 0; k < n; k++) {
                double slopeK = (residual[k + 1][c] - residual[0][c]) / NUDGE;
                right[k] -= weight * slopeK * residual[0][c];
                for (int l = 0; l < n; l++) {
                    normal[k][l] += weight * slopeK * (residual[l + 1][c] - residual[0][c]) / NUDGE;
                }
            }
        }
    }

    /** The two components of a dot's ellipticity on the scalp, both 0 for a round dot. */
    static void ellipticity(DotShape dot, ScalpFrame frame, double[] to) {
        double det = frame.xPerU() * frame.yPerV() - frame.xPerV() * frame.yPerU();
        double uByX = frame.yPerV() / det;
        double uByY = -frame.xPerV() / det;
        double vByX = -frame.yPerU() / det;
        double vByY = frame.xPerU() / det;
        double uu = uByX * uByX * dot.xx() + 2 * uByX * uByY * dot.xy() + uByY * uByY * dot.yy();
        double vv = vByX * vByX * dot.xx() + 2 * vByX * vByY * dot.xy() + vByY * vByY * dot.yy();
        double uv = uByX * vByX * dot.xx() + (uByX * vByY + uByY * vByX) * dot.xy() + uByY * vByY * dot.yy();
        to[0] = (uu - vv) / (uu + vv);
        to[1] = 2 * uv / (uu + vv);
    }
}
