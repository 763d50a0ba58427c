package io.stipple.head;

/**
 * How a head is told from the room behind it.
 *
 * @param workingPx long side of the reduced photo in which the head is sought, px. 480: a 12-megapixel photo at about
 *     1/8, where dots, pores and stubble have gone and a head's rim is still known to about a millimetre
 * @param darkFloor linear light added before logarithms are taken, 0..1. 0.004: the read noise of a phone's shadows,
 *     whose colour would otherwise be noise
 * @param smoothingPx standard deviation of the Gaussian over the reduced colours, px. 1.2: quiets noise and JPEG's
 *     coarse colour blocks without moving an edge
 * @param smallestSharePct the smallest share of the frame that a head may take, %. 4: below it a whole head has fewer
 *     than about 700 px across at 12 megapixels, 4.5 px/mm, where no dot can be counted
 * @param redMin least {@code log R - ½ log G - ½ log B} of skin. 0.10: pale skin has 0.35 to 0.5 in neutral light; the
 *     rest is left to white balance and gloss
 * @param redMax greatest. 1.4: dark red skin under warm light stays below 1.2
 * @param yellowMin least {@code log G - log B} of skin. -0.35: skin has 0.1 to 0.45 in neutral light, less under blue
 * @param yellowMax greatest. 0.95: under warm light skin stays below 0.9; varnished wood and sand lie above
 * @param rimTolerance how far from the fitted ellipse a rim point may lie to support it, in radii of the disc with the
 *     silhouette's area. 0.03: a skull differs from an ellipse by 2 to 3 %
 * @param leastSupport least share of the way round the ellipse, as far as it lies in the frame, that the rim must
 *     follow. 0.45: a neck and two ears hide less than half of it
 * @param leastArc least share of the whole way round. 0.3: on less, any bend is an ellipse
 * @param leastContrast how many times faster colour must change across the rim than inside. 1.6: a threshold drawn
 *     through mere noise follows its slopes and reaches 1.3
 * @param fillsFramePct share of the frame from which on scalp is said to fill it, %. 92
 * @param openingShare radius of the disc that must fit everywhere into the silhouette, in shares of the head's mean
 *     radius. 0.22: an ear seen from above is thinner, a skull never
 */
public record HeadSettings(
        int workingPx,
        double darkFloor,
        double smoothingPx,
        double smallestSharePct,
        double redMin,
        double redMax,
        double yellowMin,
        double yellowMax,
        double rimTolerance,
        double leastSupport,
        double leastArc,
        double leastContrast,
        double fillsFramePct,
        double openingShare) {
    public HeadSettings {
        if (workingPx < 100) {
            throw new IllegalArgumentException("working size " + workingPx + " px is below 100 px");
        }
        if (!(darkFloor > 0 && darkFloor < 0.1)) {
            throw new IllegalArgumentException("dark floor " + darkFloor + " is outside 0..0.1");
        }
        if (!(redMin < redMax && yellowMin < yellowMax)) {
            throw new IllegalArgumentException("the colours of skin run from " + redMin + ", " + yellowMin + " to "
                    + redMax + ", " + yellowMax + ": backwards");
        }
    }

    /** Fits clinic photos of 1 megapixel and more. */
    public static HeadSettings defaults() {
        return new HeadSettings(480, 0.004, 1.2, 4, 0.10, 1.4, -0.35, 0.95, 0.03, 0.45, 0.3, 1.6, 92, 0.22);
    }
}
