package io.stipple.photo;

/**
 * What counts as gloss.
 *
 * @param clippedLight linear light 0..1 of the brightest channel above which nothing can be measured. Default 0.95: code
 *     250 of 255, where a camera's curve has flattened
 * @param glossShare light reflected by the surface as a share of the diffuse light that the skin around returns.
 *     Default 0.15: takes 13 % off a dot's contrast, as much as a session's fading can be
 * @param neutralSkin distance of the skin's chromaticity from white, 0..1, below which the two kinds of light cannot be
 *     told apart by colour and only clipping counts. Default 0.08: pale skin under the same white lies at 0.2 and above
 * @param workingSidePx longer side of the head at which gloss is looked for, px. Default 1200: gloss covers many pores,
 *     and averaging them quiets the noise of colour
 * @param lightSpan reach of the mean that stands for the light around a place, as a share of the head's longer side.
 *     Default 0.15: wider than a highlight, narrower than the fall of light over the head
 * @param smoothSpan Gaussian that the light is smoothed with before it is held against that mean, as a share of the
 *     head's longer side. Default 0.01: 2 mm, wider than a dot
 * @param bloodRed how strongly blood takes red, relative to green. Default 0.1 (haemoglobin behind a camera's filters)
 * @param bloodGreen how strongly blood takes green. Default 1
 * @param bloodBlue how strongly blood takes blue, relative to green. Default 0.75
 */
public record GlareSettings(
        double clippedLight,
        double glossShare,
        double neutralSkin,
        int workingSidePx,
        double lightSpan,
        double smoothSpan,
        double bloodRed,
        double bloodGreen,
        double bloodBlue) {
    public GlareSettings {
        if (!(clippedLight > 0 && clippedLight <= 1)) {
            throw new IllegalArgumentException("clipped light is " + clippedLight + ", outside 0..1");
        }
        if (!(glossShare > 0) || !(neutralSkin > 0) || workingSidePx < 16 || !(lightSpan > 0) || !(smoothSpan > 0)) {
            throw new IllegalArgumentException(
                    "gloss share " + glossShare + ", neutral skin " + neutralSkin + ", working side " + workingSidePx
                            + " px, light span " + lightSpan + " or smooth span " + smoothSpan + " is too small");
        }
        if (!(bloodGreen > bloodRed && bloodGreen >= bloodBlue)) {
            throw new IllegalArgumentException(
                    "blood takes green most, not red " + bloodRed + ", green " + bloodGreen + ", blue " + bloodBlue);
        }
    }

    /** The settings as documented above. */
    public static GlareSettings defaults() {
        return new GlareSettings(0.95, 0.15, 0.08, 1200, 0.15, 0.01, 0.1, 1, 0.75);
    }
}
