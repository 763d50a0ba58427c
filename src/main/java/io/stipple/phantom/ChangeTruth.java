package io.stipple.phantom;

/**
 * What truly became of a region's dots between two stages.
 *
 * @param kept dots of the earlier stage that are there in the later one
 * @param lost dots of the earlier stage that are not
 * @param added dots of the later stage that the earlier one has not
 * @param retainedPct kept over the earlier stage's dots; NaN without any
 * @param densityChangePct change of the number of dots; NaN without any
 * @param contrastChangePct change of the kept dots' mean contrast; NaN without any
 * @param pigmentChangePct change of the kept dots' mean pigment; NaN without any
 */
public record ChangeTruth(
        int kept,
        int lost,
        int added,
        double retainedPct,
        double densityChangePct,
        double contrastChangePct,
        double pigmentChangePct) {}
