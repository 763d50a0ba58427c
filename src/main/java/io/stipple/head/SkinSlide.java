package io.stipple.head;

/**
 * How far skin has slid over the skull in one photo, mm: a smooth field of steps along the scalp, as a raised brow or a
 * turned neck makes it. Of two photos only the difference shows, and where a head has hardly turned between them it looks
 * like another shape of the head: it is found along with that shape, so that neither is taken for the other.
 */
final class SkinSlide {
    private static final int LOWEST = 1; // all of the skin moved alike is the head moved
    private static final int PATTERNS = Legendre.products(LOWEST);

    /** Unknowns of a field: each pattern's weight in the two directions of the scalp, mm. */
    static final int TERMS = 2 * PATTERNS;

    // Some tenths of a millimetre from visit to visit, root mean square in each direction.
    private static final double SD_MM = 0.3;

    private SkinSlide() {}

    /** What is expected of each unknown's size, mm: a slower pattern slides farther, as its order's inverse. */
    static double[] deviationsMm() {
        double[] sd = new double[TERMS];
        double all = 0;
        for (int order = LOWEST; order <= Legendre.HIGHEST; order++) {
            all += 1.0 / order;
        }
        int pattern = 0;
        for (int order = LOWEST; order <= Legendre.HIGHEST; order++) {
            for (int i = 0; i <= order; i++) {
                // The mean square of a Legendre polynomial is 1 / (2 order + 1).
                double meanSquare = 1.0 / ((2 * i + 1) * (2 * (order - i) + 1));
                sd[pattern] = SD_MM * Math.sqrt(1 / (order * all * (order + 1) * meanSquare));
                sd[PATTERNS + pattern] = sd[pattern];
                pattern++;
            }
        }
        return sd;
    }

    /** The patterns at a place, given as -1 to 1 across the outline. */
    static double[] patterns(double s, double t) {
        double[] patterns = new double[PATTERNS];
        int pattern = 0;
        for (int order = LOWEST; order <= Legendre.HIGHEST; order++) {
            for (int i = 0; i <= order; i++) {
                patterns[pattern++] = Legendre.value(i, s) * Legendre.value(order - i, t);
            }
        }
        return patterns;
    }

    /**
     * The step, mm, in each direction of the scalp by which one photo's skin lies off another's.
     *
     * @param patterns at the place
     * @param field the unknowns of the photo's field
     * @param from where they begin
     * @param other the other photo's
     */
    static double[] stepMm(double[] patterns, double[] field, int from, double[] other) {
        double[] step = new double[2];
        for (int k = 0; k < TERMS; k++) {
            step[k / PATTERNS] += patterns[k % PATTERNS] * (field[from + k] - other[k]);
        }
        return step;
    }

    /** How the step goes with an unknown: the weight of its pattern, and in which of the two directions. */
    static double weight(double[] patterns, int unknown) {
        return patterns[unknown % PATTERNS];
    }

    static int direction(int unknown) {
        return unknown / PATTERNS;
    }
}
