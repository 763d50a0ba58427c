package io.stipple.tone;

/**
 * How the hue of pigment is taken and compared.
 *
 * @param leastDiameterPx of a dot that is looked at, px; default 3: a smaller one is the colour of its blur
 * @param discRadii reach of a dot's disc, radii, to which {@code marginPx} is added; default 1.5: blur that differs
 *     from colour to colour only moves light within the disc
 * @param marginPx by which disc and ring reach further, px; default 2: as far as colour stored at half resolution
 *     runs. Of the error that this leaves in the colour of a dot 3 px across, its innermost 3 × 3 px show 6 %, a disc
 *     without the margin 5 %, one with it 1 %
 * @param ringFromRadii inner reach of the ring of skin, radii; default 2
 * @param ringToRadii outer reach of the ring of skin, radii; default 3: short of the next dot
 * @param leastRingPx fewest pixels of skin in the ring of a dot that is looked at; default 12: a median of them is
 *     known to a third of a pixel's noise
 * @param leastDots fewest dots that tell a hue; default 30: with 10 % from dot to dot their mean is known to 2 %, better
 *     than {@code photoRelativeSe}
 * @param mostDots of a region that are looked at, evenly picked; default 1000: their mean is known to 0.3 %
 * @param clipSigma how far a dot's hue may stand from that of all dots, standard deviations; default 3: hair and moles
 *     among the dots
 * @param density optical density at which hues are compared; default 0.35: a healed dot's, 30 % darker than skin
 * @param photoRelativeSe relative error of one colour's density against another's that all dots of a photo share;
 *     default 0.03: a veil of 4 % more light, colour stored at half resolution, or lenses that focus red and blue unlike
 *     each make 1–3 %
 */
public record HueSettings(
        double leastDiameterPx,
        double discRadii,
        double marginPx,
        double ringFromRadii,
        double ringToRadii,
        int leastRingPx,
        int leastDots,
        int mostDots,
        double clipSigma,
        double density,
        double photoRelativeSe) {
    public HueSettings {
        if (!(leastDiameterPx > 0)) {
            throw new IllegalArgumentException("least diameter " + leastDiameterPx + " px is not above 0");
        }
        if (!(discRadii > 0 && discRadii <= ringFromRadii && ringFromRadii < ringToRadii && ringToRadii <= 10)) {
            throw new IllegalArgumentException("disc to " + discRadii + " and ring from " + ringFromRadii + " to "
                    + ringToRadii + " radii do not go together");
        }
        if (!(marginPx >= 0 && marginPx <= 10)) {
            throw new IllegalArgumentException("margin " + marginPx + " px is outside 0..10");
        }
        if (leastRingPx < 1) {
            throw new IllegalArgumentException("least ring " + leastRingPx + " px is below 1");
        }
        if (leastDots < 2 || mostDots < leastDots) {
            throw new IllegalArgumentException(
                    "least dots " + leastDots + " are below 2 or above most dots " + mostDots);
        }
        if (!(clipSigma >= 1)) {
            throw new IllegalArgumentException("clip at " + clipSigma + " sigma is below 1");
        }
        if (!(density > 0 && density <= 3)) {
            throw new IllegalArgumentException("density " + density + " is outside 0..3");
        }
        if (!(photoRelativeSe > 0 && photoRelativeSe <= 1)) {
            throw new IllegalArgumentException("relative error of a photo " + photoRelativeSe + " is outside 0..1");
        }
    }

    public static HueSettings defaults() {
        return new HueSettings(3, 1.5, 2, 2, 3, 12, 30, 1000, 3, 0.35, 0.03);
    }
}
