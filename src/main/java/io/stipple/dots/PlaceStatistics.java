package io.stipple.dots;

/**
 * What a photo taught of the places where other photos showed dots; artificial dots are weighed by the same.
 *
 * @param onlyKnown whether no dot can have come since
 * @param skin under crowds, where that is so; else as it was taken
 * @param odds of a dot that does not stand out
 * @param scatter of dots around their places
 * @param youngOverOld as {@link YoungDots} tells it
 */
record PlaceStatistics(boolean onlyKnown, CrowdedSkin skin, PlaceOdds odds, PlaceScatter scatter, double youngOverOld) {
    /** Of a photo whose places were not weighed. */
    static final PlaceStatistics NONE =
            new PlaceStatistics(false, CrowdedSkin.NONE, PlaceOdds.NONE, PlaceScatter.NONE, 1);
}
