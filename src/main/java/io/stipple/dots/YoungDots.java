package io.stipple.dots;

import java.util.List;

/**
 * Known dots that only the latest photo has shown: pigment placed just before it fades most (by a third and a quarter in
 * the synthetic series, where older dots lose a twentieth). Were both expected to have faded alike, young ones would be
 * given their older neighbours' light where dots run together.
 */
final class YoungDots {
    private static final int ENOUGH = 100; // of each age: 15 % of scatter then leave the ratio known to 2 %

    private YoungDots() {}

    /**
     * What is left of young dots over what is left of the others; 1 where too few tell.
     *
     * @param known dots fitted without any bound to their weights, each with its signal over noise
     * @param leastSnr of those that tell
     */
    static double overOld(List<Blob> known, double leastSnr) {
        double[] young = growths(known, leastSnr, true);
        double[] old = growths(known, leastSnr, false);
        return young.length < ENOUGH || old.length < ENOUGH ? 1 : Calibration.median(young) / Calibration.median(old);
    }

    private static double[] growths(List<Blob> known, double leastSnr, boolean young) {
        return known.stream()
                .filter(b -> b.young == young && b.expectedPigment > 0 && b.snr >= leastSnr)
                .mapToDouble(b -> Calibration.rawPigment(b) / b.expectedPigment)
                .toArray();
    }

    /** Expects so much less of the young ones. */
    static void fade(List<Blob> known, double overOld) {
        known.stream().filter(b -> b.young).forEach(b -> b.expectedPigment *= overOld);
    }
}
