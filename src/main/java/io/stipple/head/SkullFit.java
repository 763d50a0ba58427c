package io.stipple.head;

import io.stipple.model.PointPx;
import io.stipple.model.ScalpFrame;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Finds the shape of a skull that explains what photos show of it: Gauss–Newton over bulge, tilt and bends, with the mean
 * adult skull as a prior, and over whatever else each kind of evidence leaves open.
 */
final class SkullFit {
    // Scatter of the bulge between adults, and of how people hold their heads to a camera.
    private static final double BULGE_SD = 0.25;
    private static final double TILT_SD = 0.2;
    // What is left between heads and their ellipsoids: bumps of a few millimetres over a few centimetres.
    private static final double SLOPE_SD = 0.1;
    private static final int STEPS = 12;
    private static final double LONGEST_STEP = 0.3;
    private static final double LEAST_BULGE = 0.4;
    private static final int SOLID = 3;

    /** Unknowns of the surface: bulge and two tilts of the ellipsoid, and its bends. */
    static final int SURFACE = SOLID + BentSkull.TERMS;

    /** By how much a surface's unknown is nudged to see what depends on it. */
    static final double NUDGE = 1e-3;

    /** What some photos say of a surface. */
    interface Evidence {
        /** Its own unknowns' expected values; steps longer than 0.3 are not taken at once. */
        double[] expected();

        /** Standard deviations of the same. */
        double[] deviations();

        /**
         * Adds its observations.
         *
         * @param own its own unknowns as they are now
         * @param here the surface as it is now
         * @param nudged the same with each unknown of the surface nudged
         * @param first number of the first of its own unknowns
         */
        void observe(double[] own, BentSkull here, BentSkull[] nudged, int first, NormalEquations into);
    }

    /** A surface and how well it is known. */
    static final class Found {
        private final BentSkull surface;
        private final BentSkull[] nudged;
        private final NormalEquations equations;

        private Found(BentSkull surface, BentSkull[] nudged, NormalEquations equations) {
            this.surface = surface;
            this.nudged = nudged;
            this.equations = equations;
        }

        BentSkull surface() {
            return surface;
        }

        /**
         * Relative standard error of the area around some places together, by all that the evidence leaves open; 0
         * where there is no scalp.
         */
        double relativeAreaSe(List<PointPx> places) {
            double area = 0;
            double[] slopes = new double[SURFACE];
            for (PointPx place : places) {
                double mm2 = mm2PerPx(surface, place);
                area += mm2;
                for (int k = 0; k < SURFACE; k++) {
                    double other = mm2PerPx(nudged[k], place);
                    slopes[k] += mm2 > 0 && other > 0 ? (other - mm2) / NUDGE : 0;
                }
            }
            return area == 0 ? 0 : Math.sqrt(equations.variance(slopes)) / area;
        }

        private static double mm2PerPx(BentSkull surface, PointPx place) {
            return surface.at(place.x(), place.y()).map(ScalpFrame::mm2PerPx).orElse(0.0);
        }
    }

    private final SkullShape prior;
    private final Function<SkullShape, SkullQuadric> ellipsoids;
    private final List<Evidence> evidence;
    private final double[] expected;
    private final double[] sd;

    private SkullFit(
            SkullShape prior, Function<SkullShape, SkullQuadric> ellipsoids, double reach, List<Evidence> evidence) {
        this.prior = prior;
        this.ellipsoids = ellipsoids;
        this.evidence = evidence;
        double[] surface = new double[SURFACE];
        surface[0] = prior.bulge();
        surface[1] = prior.tilt1();
        surface[2] = prior.tilt2();
        this.expected = joined(surface, Evidence::expected);
        this.sd = joined(deviations(prior, reach), Evidence::deviations);
    }

    private double[] joined(double[] surface, Function<Evidence, double[]> own) {
        double[] all = surface;
        for (Evidence one : evidence) {
            double[] more = own.apply(one);
            all = Arrays.copyOf(all, all.length + more.length);
            System.arraycopy(more, 0, all, all.length - more.length, more.length);
        }
        return all;
    }

    private static double[] deviations(SkullShape prior, double reach) {
        double[] sd = new double[SURFACE];
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
     * The surface that fits best.
     *
     * @param ellipsoids the ellipsoid of a shape
     * @param reach tangent of the outline's half angle
     */
    static Found fit(
            SkullShape prior, Function<SkullShape, SkullQuadric> ellipsoids, double reach, List<Evidence> evidence) {
        var fit = new SkullFit(prior, ellipsoids, reach, evidence);
        double[] now = fit.expected.clone();
        for (int step = 0; step < STEPS; step++) {
            double[] change = fit.equations(now).solve();
            for (int k = 0; k < now.length; k++) {
                now[k] += Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, change[k]));
            }
            now[0] = Math.max(LEAST_BULGE, now[0]);
        }
        return new Found(fit.surface(now), fit.nudged(now), fit.equations(now));
    }

    private BentSkull surface(double[] at) {
        return new BentSkull(
                ellipsoids.apply(new SkullShape(prior.reference(), at[0], at[1], at[2])),
                Arrays.copyOfRange(at, SOLID, SURFACE));
    }

    private BentSkull[] nudged(double[] now) {
        BentSkull[] nudged = new BentSkull[SURFACE];
        for (int k = 0; k < SURFACE; k++) {
            double[] at = now.clone();
            at[k] += NUDGE;
            nudged[k] = surface(at);
        }
        return nudged;
    }

    private NormalEquations equations(double[] now) {
        var equations = new NormalEquations(now.length);
        for (int k = 0; k < now.length; k++) {
            equations.expect(k, sd[k], expected[k] - now[k]);
        }
        BentSkull here = surface(now);
        BentSkull[] nudged = nudged(now);
        int first = SURFACE;
        for (Evidence one : evidence) {
            int count = one.expected().length;
            one.observe(Arrays.copyOfRange(now, first, first + count), here, nudged, first, equations);
            first += count;
        }
        return equations;
    }
}
