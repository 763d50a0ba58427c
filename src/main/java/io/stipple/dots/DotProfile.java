package io.stipple.dots;

import java.util.ArrayList;
import java.util.List;

/**
 * What the photo's dots look like, and the disc and blur that explain it best.
 *
 * @param shape profile as seen, 1 in the middle
 * @param fluxFactor light missing in it over light missing in a Gaussian of the same peak and deviation
 * @param discInSd radius of the disc, in standard deviations of the dots' common covariance
 * @param blurInSd standard deviation of the blur (with the dot's own soft edge), in the same unit
 * @param discAreaSe relative standard error of the disc's area, from the other discs and blurs that explain the dots as
 *     well to within what this one leaves of them; infinite where no dots tell it
 */
record DotProfile(RadialProfile shape, double fluxFactor, double discInSd, double blurInSd, double discAreaSe) {
    /** A Gaussian, for photos with too few dots to tell: half of its variance blur. */
    static final DotProfile GAUSSIAN =
            new DotProfile(RadialProfile.GAUSSIAN, 1, Math.sqrt(2), Math.sqrt(0.5), Double.POSITIVE_INFINITY);

    private static final double DOT_REACH = 4; // sd: a dot ends at 3, what phones' sharpening does to its rim by 4
    private static final double BIN = 0.25;
    private static final int RINGS = (int) (DOT_REACH / BIN);
    private static final double STEP = 0.01;
    // A dot that blur has made all but Gaussian no longer shows its own size: it is then taken to hold a fifth of the
    // variance, since a smaller disc would have to be darker than any pigment.
    private static final double MOST_BLUR = 0.9;
    private static final double LEAST_BLUR = 0.2;
    private static final double BLUR_STEP = 0.025;
    private static final double LEAST_DISC = 0.85;
    private static final double MOST_DISC = 2.6;
    private static final double DISC_STEP = 0.05;
    private static final double AS_GOOD = 2; // times the least sum of squares
    private static final List<Candidate> CANDIDATES = candidates();

    /** A disc and a blur, and how they look ring by ring. */
    private static final class Candidate {
        private final double discInSd;
        private final double blurInSd;
        private final double[] rings;

        Candidate(double discInSd, double blurInSd) {
            this.discInSd = discInSd;
            this.blurInSd = blurInSd;
            this.rings = DiscProfile.blurred(discInSd, blurInSd, BIN, RINGS);
        }
    }

    /**
     * A photo's dots.
     *
     * @param shape of all of them
     * @param alone of those with room around them, which tells disc and blur
     */
    static DotProfile of(RadialProfile shape, RadialProfile alone) {
        double[] rings = rings(alone);
        double[] left = CANDIDATES.stream()
                .mapToDouble(candidate -> misfit(rings, candidate.rings))
                .toArray();
        int least = 0;
        for (int i = 1; i < left.length; i++) {
            least = left[i] < left[least] ? i : least;
        }
        Candidate best = CANDIDATES.get(least);
        return new DotProfile(shape, flux(shape), best.discInSd, best.blurInSd, discAreaSe(left, left[least]));
    }

    /**
     * Half of the span, as a logarithm, of the areas of discs that a profile may have: where the best leaves much, the
     * camera has drawn rims or the blur is no Gaussian, and what is off by as much again may be as right.
     *
     * @param left what each candidate leaves
     */
    private static double discAreaSe(double[] left, double least) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (int i = 0; i < left.length; i++) {
            if (left[i] <= AS_GOOD * least) {
                smallest = Math.min(smallest, CANDIDATES.get(i).discInSd);
                largest = Math.max(largest, CANDIDATES.get(i).discInSd);
            }
        }
        return Math.log(largest / smallest);
    }

    private static List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (double blur = LEAST_BLUR; blur <= MOST_BLUR; blur += BLUR_STEP) {
            for (double disc = LEAST_DISC; disc < MOST_DISC; disc += DISC_STEP) {
                candidates.add(new Candidate(disc, blur));
            }
        }
        return List.copyOf(candidates);
    }

    /** Variance of the blur over that of the disc, which has a quarter of its squared radius. */
    double blurOverDisc() {
        return blurInSd * blurInSd / (discInSd * discInSd / 4);
    }

    /** Light of a profile over that of a Gaussian, 2π. */
    private static double flux(RadialProfile shape) {
        double flux = 0;
        for (double r = STEP / 2; r * r < shape.reach(); r += STEP) {
            flux += shape.at(r * r) * r * STEP;
        }
        return flux;
    }

    private static double[] rings(RadialProfile shape) {
        double[] rings = new double[RINGS];
        for (int i = 0; i < rings.length; i++) {
            double middle = (i + 0.5) * BIN;
            rings[i] = shape.at(middle * middle);
        }
        return rings;
    }

    /** What a disc of the best strength leaves of the rings. */
    private static double misfit(double[] rings, double[] model) {
        double mm = 0;
        double md = 0;
        double dd = 0;
        for (int i = 0; i < rings.length; i++) {
            double weight = i + 0.5; // pixels in the ring
            mm += weight * model[i] * model[i];
            md += weight * model[i] * rings[i];
            dd += weight * rings[i] * rings[i];
        }
        return dd - md * md / mm;
    }
}
