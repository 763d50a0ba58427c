package io.stipple.scale;

/**
 * What is known of skulls and of the ways to state a scale.
 *
 * @param adultBreadthMm mean adult head breadth, mm. 152: between the means of men (154) and women (147) in ANSUR II
 *     (Gordon et al. 2014), nearer to men's, who are most of the clients
 * @param adultBreadthSe its scatter between adults, relative. 0.04: standard deviation of 6 mm within a sex and the
 *     7 mm between the sexes, in a mix of mostly men
 * @param lengthByBreadth head length over breadth. 1.29: 197 over 153 mm, ANSUR II
 * @param lengthByBreadthSe its scatter between adults, relative. 0.045: a cephalic index of 77.5 with 3.5
 * @param vaultByHalfBreadth height of the vault above the level of the largest contour, over half the breadth. 1.11:
 *     it lies some 70 mm below the vertex at the sides and 95 mm at brow and occiput
 * @param outlineSe relative standard error of the outline's width and of the step from the outline to the nearest
 *     point. 0.025: a rim known to 1 % and a bulge known to 10 mm at 0.4 m
 * @param callipersMm standard error of a breadth measured with callipers over skin, mm. 1.5
 * @param statedSe relative standard error of a scale stated by a person. 0.01: from a ruler in the photo
 * @param clickPx standard error of one clicked point, px. 2
 * @param segmentSe relative error of a segment that does not quite face the camera. 0.015: 10 degrees
 * @param leastBreadthMm smallest breadth taken for an adult head's, mm. 120
 * @param greatestBreadthMm greatest, mm. 190
 */
record ScaleSettings(
        double adultBreadthMm,
        double adultBreadthSe,
        double lengthByBreadth,
        double lengthByBreadthSe,
        double vaultByHalfBreadth,
        double outlineSe,
        double callipersMm,
        double statedSe,
        double clickPx,
        double segmentSe,
        double leastBreadthMm,
        double greatestBreadthMm) {
    static ScaleSettings defaults() {
        return new ScaleSettings(152, 0.04, 1.29, 0.045, 1.11, 0.025, 1.5, 0.01, 2, 0.015, 120, 190);
    }
}
