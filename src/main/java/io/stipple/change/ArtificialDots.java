package io.stipple.change;

/**
 * What artificial dots put into a photo's region told of the real ones.
 *
 * @param completeness share of the region's dots that the detector finds, 0..1
 * @param standardError of that share, 0 or more
 */
public record ArtificialDots(double completeness, double standardError) {
    public ArtificialDots {
        if (!(completeness >= 0 && completeness <= 1 && standardError >= 0)) {
            throw new IllegalArgumentException(
                    "completeness " + completeness + " ± " + standardError + " is outside 0..1");
        }
    }

    /** Standard error over the share itself. */
    double relative() {
        return standardError / completeness;
    }

    /**
     * From a plain count, with the standard error of Jeffreys' posterior, which does not vanish where all or none were
     * found (Brown, Cai and DasGupta 2001, Statistical Science 16:101–133).
     *
     * @param injected how many were put in, 1 or more
     * @param found how many of them the detector found again
     */
    public static ArtificialDots of(int injected, int found) {
        if (injected < 1 || found < 0 || found > injected) {
            throw new IllegalArgumentException(found + " found of " + injected + " artificial dots");
        }
        double hits = found + 0.5;
        double misses = injected - found + 0.5;
        double all = hits + misses;
        return new ArtificialDots((double) found / injected, Math.sqrt(hits * misses / (all * all * (all + 1))));
    }
}
