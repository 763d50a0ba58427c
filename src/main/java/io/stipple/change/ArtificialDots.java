package io.stipple.change;

import org.jspecify.annotations.Nullable;

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

    /**
     * The completeness of a region some of whose dots other photos had shown already, so that their places were known.
     *
     * @param newDots counted at places that no other photo had shown
     * @param atUnknown share of dots found at such places
     * @param knownDots counted at known places
     * @param atKnown share of dots found at known places
     * @param whenFresh share of the dots that could be known, where all should be: in the healed photo of a session, what
     *     the fresh one showed; null where new dots may have come
     */
    public static ArtificialDots together(
            int newDots, ArtificialDots atUnknown, int knownDots, ArtificialDots atKnown, @Nullable ArtificialDots whenFresh) {
        double found = (double) newDots + knownDots;
        if (found == 0 || atUnknown.completeness == 0 || atKnown.completeness == 0) {
            return atUnknown;
        }
        double known = knownDots / atKnown.completeness;
        double knownError = atKnown.relative();
        double fresh = newDots / atUnknown.completeness;
        if (whenFresh != null && whenFresh.completeness > 0) {
            known /= whenFresh.completeness;
            knownError = Math.hypot(knownError, whenFresh.relative());
            // What the fresh photo did not show is told by its completeness; the newcomers are some of it.
            fresh = 0;
        }
        double there = Math.max(found, known + fresh);
        double error = Math.hypot(known * knownError, fresh * atUnknown.relative());
        double completeness = found / there;
        return new ArtificialDots(completeness, completeness * error / there);
    }

    private double relative() {
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
