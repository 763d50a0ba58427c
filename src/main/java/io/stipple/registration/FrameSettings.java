package io.stipple.registration;

import static io.stipple.registration.RegistrationSettings.require;

/**
 * How a photo is reduced to textures and features; lengths in nominal mm.
 *
 * @param workPxPerMm finest working scale, px per mm; 6: a dot of 0.3 mm still has about two pixels, and a tenth of a
 *     pixel is 0.017 mm, below every bar
 * @param rimMm how far the mask is drawn in, mm; 1.5: at the rim the background bleeds into any smoothing
 * @param flattenMm half width of the window of the local mean and deviation, mm; 4: wider than the spacing of dots,
 *     narrower than shading of a head
 * @param dotMm smoothing before dark spots are sought, mm as Gaussian sigma; 0.12: the core of a small dot
 * @param tintMm smoothing of redness, mm as Gaussian sigma; 0.15: cameras record colour at half the resolution of light
 * @param holeSigma how dark a spot must be to be taken out, in sigma of the bright side; 2: freckles of noise stay, dots go
 * @param holeMarginMm margin taken out around a dark spot, mm; 0.2: its soft edge
 * @param fillMm smoothing that fills a hole from around, mm as Gaussian sigma; 0.6: across one dot, not to the next
 * @param clipSigma largest texture value, in sigma; 4: gloss and hairs must not outvote skin
 * @param glossLight linear light above which a channel counts as blown out, 0..1; 0.97: JPEG rings just below white
 * @param lightMm width over which light is averaged when a photo is shown in the reference's light, mm as Gaussian sigma;
 *     15: shading of a head, not redness around a dot
 * @param featureLevel reduction of the finest scale for features; 2: SIFT doubles its input again
 * @param features most features kept of each texture; 6000: about one per 4 mm² of a whole head
 * @param featureContrast SIFT's contrast threshold; 0.01: skin texture is faint
 */
public record FrameSettings(
        double workPxPerMm,
        double rimMm,
        double flattenMm,
        double dotMm,
        double tintMm,
        double holeSigma,
        double holeMarginMm,
        double fillMm,
        double clipSigma,
        double glossLight,
        double lightMm,
        int featureLevel,
        int features,
        double featureContrast) {
    public FrameSettings {
        require("working scale px/mm", workPxPerMm, 1, 20);
        require("rim mm", rimMm, 0, 20);
        require("flattening window mm", flattenMm, 0.5, 30);
        require("dot smoothing mm", dotMm, 0.02, 1);
        require("tint smoothing mm", tintMm, 0.02, 5);
        require("hole threshold sigma", holeSigma, 0.5, 10);
        require("hole margin mm", holeMarginMm, 0, 2);
        require("fill smoothing mm", fillMm, 0.1, 5);
        require("clip sigma", clipSigma, 1, 20);
        require("gloss light", glossLight, 0.1, 2);
        require("light mm", lightMm, 1, 100);
        require("feature reduction", featureLevel, 1, 4);
        require("features", features, 50, 100_000);
        require("feature contrast", featureContrast, 0.001, 0.2);
    }

    static FrameSettings defaults() {
        return new FrameSettings(6, 1.5, 4, 0.12, 0.15, 2, 0.2, 0.6, 4, 0.97, 15, 2, 6000, 0.01);
    }
}
