package io.stipple.change;

import org.jspecify.annotations.Nullable;

/**
 * How many of a region's dots a photo shows, where some had their places told by other photos.
 *
 * @param ofAll share of all its dots that are found
 * @param ofKnown share of those found that other photos had shown; null where none were known
 * @param everShown share of all its dots that the last fresh photo or one before it has shown
 * @param ofEmpty share of empty places that pass for a dot, among those at which other photos had shown one; null where
 *     it was not measured
 * @param falseDots how many of those found are expected to be such
 */
public record RegionCompleteness(
        ArtificialDots ofAll,
        @Nullable ArtificialDots ofKnown,
        ArtificialDots everShown,
        @Nullable ArtificialDots ofEmpty,
        double falseDots) {
    /**
     * What a region's photo shows at places where other photos had shown a dot.
     *
     * @param places weighed
     * @param dots counted there
     * @param atFull share of dots found at such places
     * @param atEmpty share of empty ones that pass for a dot; null where it was not measured
     */
    public record KnownPlaces(
            int places,
            int dots,
            ArtificialDots atFull,
            @Nullable ArtificialDots atEmpty) {
        /** How many of the dots are expected to be none: dots = c there + g (places - there), c at full, g at empty. */
        double falseDots() {
            if (atEmpty == null || atFull.completeness() <= atEmpty.completeness()) {
                return 0;
            }
            double there = (dots - atEmpty.completeness() * places) / (atFull.completeness() - atEmpty.completeness());
            return Math.min(dots, atEmpty.completeness() * Math.max(0, places - Math.max(0, there)));
        }
    }

    /**
     * Puts together what artificial dots told of both kinds of places.
     *
     * @param newDots counted at places that no other photo had shown
     * @param atUnknown share of dots found at such places
     * @param known what was counted at the others; null where none were known
     * @param shownWhenFresh in the healed photo of a session, the share of dots that the fresh one or those before it have
     *     shown; null where a session may have brought new ones
     */
    public static RegionCompleteness of(
            int newDots,
            ArtificialDots atUnknown,
            @Nullable KnownPlaces known,
            @Nullable ArtificialDots shownWhenFresh) {
        if (known == null || known.dots() == 0 || known.atFull().completeness() == 0 || atUnknown.completeness() == 0) {
            return new RegionCompleteness(atUnknown, known == null ? null : known.atFull(), atUnknown, null, 0);
        }
        ArtificialDots atKnown = known.atFull();
        double falseDots = known.falseDots();
        double found = newDots + known.dots() - falseDots;
        double there = (known.dots() - falseDots) / atKnown.completeness();
        if (shownWhenFresh != null && shownWhenFresh.completeness() > 0) {
            // What the fresh photo did not show is told by its completeness; the newcomers here are some of it.
            double all = Math.max(found, there / shownWhenFresh.completeness());
            double share = found / all;
            double error = share * Math.hypot(atKnown.relative(), shownWhenFresh.relative());
            return new RegionCompleteness(
                    new ArtificialDots(share, error), atKnown, shownWhenFresh, known.atEmpty(), falseDots);
        }
        double fresh = newDots / atUnknown.completeness();
        double all = there + fresh;
        double share = Math.min(1, found / all);
        double freshError = fresh * atUnknown.relative() / all;
        double error = share * Math.hypot(there * atKnown.relative() / all, freshError);
        return new RegionCompleteness(
                new ArtificialDots(share, error),
                atKnown,
                new ArtificialDots(1 - (fresh - newDots) / all, freshError),
                known.atEmpty(),
                falseDots);
    }
}
