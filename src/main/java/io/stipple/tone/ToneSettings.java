package io.stipple.tone;

/**
 * How the colour of a region is taken.
 *
 * @param samplesPx pixels of the region's box that are looked at, about; default 400,000: each keeps its own value
 *     (every n-th pixel, no averaging of hair into skin), and the mean of so many is exact to 0.01 L*
 * @param windowShare side of the window that tells the skin around a pixel, as a share of the side of the region's
 *     box; default 0.08: small against the shading of a curved head, some 5 mm and more against a dot, a hair or a mole
 * @param clipSigma how far a pixel may stand from the skin around it, in standard deviations of log luminance;
 *     default 2.5: keeps 98.8 % of plain skin, and cuts both sides alike so that noise alone shifts no mean
 * @param rounds how often skin is told again from what is left; default 4: the third changes less than 0.1 L* even
 *     where a third of the pixels is hair
 * @param leastSkinPx fewest pixels of skin that have a colour; default 200: below that, noise of 5 % per pixel moves
 *     the mean by 0.2 L* and an unseen hair by more
 */
public record ToneSettings(int samplesPx, double windowShare, double clipSigma, int rounds, int leastSkinPx) {
    public ToneSettings {
        if (samplesPx < leastSkinPx || leastSkinPx < 1) {
            throw new IllegalArgumentException(
                    "samples " + samplesPx + " px and least skin " + leastSkinPx + " px do not go together");
        }
        if (!(windowShare > 0 && windowShare <= 1)) {
            throw new IllegalArgumentException("window share " + windowShare + " is outside 0..1");
        }
        if (!(clipSigma >= 1)) {
            throw new IllegalArgumentException("clip at " + clipSigma + " sigma is below 1");
        }
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds " + rounds + " is below 1");
        }
    }

    public static ToneSettings defaults() {
        return new ToneSettings(400_000, 0.08, 2.5, 4, 200);
    }
}
