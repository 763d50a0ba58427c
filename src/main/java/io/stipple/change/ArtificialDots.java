package io.stipple.change;

/**
 * Artificial dots put into a photo's region and searched for there.
 *
 * @param injected how many were put in, 1 or more
 * @param found how many of them the detector found again
 */
public record ArtificialDots(int injected, int found) {
    public ArtificialDots {
        if (injected < 1 || found < 0 || found > injected) {
            throw new IllegalArgumentException(found + " found of " + injected + " artificial dots");
        }
    }

    /** Share found again, 0..1. */
    public double completeness() {
        return (double) found / injected;
    }

    /**
     * Standard error of the share: of Jeffreys' posterior, which does not vanish where all or none were found (Brown,
     * Cai and DasGupta 2001, Statistical Science 16:101–133).
     */
    public double standardError() {
        double hits = found + 0.5;
        double misses = injected - found + 0.5;
        double all = hits + misses;
        return Math.sqrt(hits * misses / (all * all * (all + 1)));
    }
}
