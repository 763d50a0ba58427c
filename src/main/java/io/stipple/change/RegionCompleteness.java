package io.stipple.change;

import org.jspecify.annotations.Nullable;

/**
 * How many of a region's dots a photo shows, where some had their places told by other photos.
 *
 * @param ofAll share of all its dots that are found
 * @param ofKnown share of those found that other photos had shown; null where none were known
 * @param everShown share of all its dots that the last fresh photo or one before it has shown
 */
public record RegionCompleteness(
        ArtificialDots ofAll, @Nullable ArtificialDots ofKnown, ArtificialDots everShown) {
    /**
     * Puts together what artificial dots told of both kinds of places.
     *
     * @param newDots counted at places that no other photo had shown
     * @param atUnknown share of dots found at such places
     * @param knownDots counted at known places
     * @param atKnown share of dots found at known places; null where none were known
     * @param shownWhenFresh in the healed photo of a session, the share of dots that the fresh one or those before it have
     *     shown; null where a session may have brought new ones
     */
    public static RegionCompleteness of(
            int newDots,
            ArtificialDots atUnknown,
            int knownDots,
            @Nullable ArtificialDots atKnown,
            @Nullable ArtificialDots shownWhenFresh) {
        if (atKnown == null || knownDots == 0 || atKnown.completeness() == 0 || atUnknown.completeness() == 0) {
            return new RegionCompleteness(atUnknown, atKnown, atUnknown);
        }
        double found = (double) newDots + knownDots;
        double known = knownDots / atKnown.completeness();
        if (shownWhenFresh != null && shownWhenFresh.completeness() > 0) {
            // What the fresh photo did not show is told by its completeness; the newcomers here are some of it.
            double there = Math.max(found, known / shownWhenFresh.completeness());
            double share = found / there;
            double error = share * Math.hypot(atKnown.relative(), shownWhenFresh.relative());
            return new RegionCompleteness(new ArtificialDots(share, error), atKnown, shownWhenFresh);
        }
        double fresh = newDots / atUnknown.completeness();
        double there = known + fresh;
        double share = Math.min(1, found / there);
        double freshError = fresh * atUnknown.relative() / there;
        double error = share * Math.hypot(known * atKnown.relative() / there, freshError);
        return new RegionCompleteness(
                new ArtificialDots(share, error),
                atKnown,
                new ArtificialDots(1 - (fresh - newDots) / there, freshError));
    }
}
