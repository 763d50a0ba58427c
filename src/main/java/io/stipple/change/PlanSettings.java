package io.stipple.change;

import io.stipple.model.Check;

/**
 * What is taken for granted when the next session is planned.
 *
 * @param doubleDotChance chance of as many double dots by chance alone, below which there are too many; default 0.025:
 *     one side of a 95 % interval
 * @param unevenness share by which chance alone is allowed more double dots than for dots strewn evenly; default 0.1:
 *     density that varies by 30 % within a region raises it by 9 %
 * @param leastFitsPerCm2 places per cm² of a region below which its free space is used up, 1/cm²; default 1: single gaps
 *     that far apart nobody finds by eye
 * @param mostPlacedPerCm2 dots per cm² that one session may place, 1/cm²; default 110: the most that the trade reports,
 *     and too much at first risks double-dotting
 * @param leastKept share of dots that stayed below which no number to place is made of it, 0..1; default 0.3: more than
 *     three for one is no plan but a question why they went
 */
public record PlanSettings(
        double doubleDotChance, double unevenness, double leastFitsPerCm2, double mostPlacedPerCm2, double leastKept) {
    public PlanSettings {
        Check.within("chance of double dots", doubleDotChance, 0, 0.5);
        Check.within("unevenness", unevenness, 0, 10);
        Check.within("least places per cm²", leastFitsPerCm2, 0, 1000);
        Check.within("most placed per cm²", mostPlacedPerCm2, 1, 1000);
        Check.within("least share kept", leastKept, 0.01, 1);
    }

    public static PlanSettings defaults() {
        return new PlanSettings(0.025, 0.1, 1, 110, 0.3);
    }
}
