package io.stipple.dots;

/**
 * What the detector takes for a dot, in millimetres of scalp and in units of the photo's own noise: one set for every
 * photo.
 *
 * @param smallestDotMm smallest diameter looked for, mm; 0.15: the finest needle's mark once healed
 * @param largestDotMm largest diameter looked for, mm; 0.70: beyond it lie moles and freckles
 * @param commonDotMm diameter that a photo must be able to show before "no dots" may be said of it, mm; 0.40: the
 *     middle of what is seen on photos of treated scalps
 * @param leastDotPx least diameter at which a dot is counted, px; 3: below it a dot's shape cannot be told
 * @param redShare weight of red in the signal, 0..1; 0.7: fresh blood around a dot hardly shows in red, pigment does
 * @param greenShare weight of green, 0..1; 0.25: JPEG keeps green's detail best; blue has the rest
 * @param bloodInRed what blood takes of red light over what it takes of green, 0..1; 0.12: between blood full of
 *     oxygen, which hardly takes any red, and blood without; 0.04 and 0.20 move a fresh dot's pigment by 3 % against a
 *     healed one's, and leaving blood in by 8 %
 * @param backgroundMm radius over which the bare skin is smoothed, mm; 1.5: above the spacing of dots, below shading
 * @param noiseMm radius over which noise is taken as one, mm; 4: a few dozen dots, so that bare skin remains between
 * @param candidateSnr least peak of the matched filter over local noise that is looked at, 1; 3.5
 * @param dotSnr least one for a dot, 1; 4.5: one in 3e5 pixels of Gaussian noise
 * @param leastAxisRatio least ratio of a dot's axes with the angle of view removed, 1; 0.62: a stroke is at most 0.6
 * @param leastRelativeWidth least width of a dot across its longer axis, of a typical dot of the photo, 1; 0.68: a hair
 *     of 0.07 mm blurred by a pixel is half as wide as a dot of 0.5 mm
 * @param leastStretchedRatio least ratio of axes of a dot that is wide enough, 1; 0.4: two dots in one
 * @param sizeSpread least accepted factor between a dot's size and its photo's typical one, above 1; 1.5
 * @param darknessSpread least accepted factor between a dot's pigment and its photo's typical one, above 1; 2.7
 * @param strongSnr least peak over noise of the blobs that the photo is calibrated on, 1; 6
 * @param strongAxisRatio least axis ratio of those, 1; 0.8
 * @param treatedPerCm2 round strong blobs per cm² above which a photo shows a treated scalp, 1/cm²; 6: untreated scalps
 *     show up to 2, one session leaves 20 or more
 * @param loneSnr least peak over noise of a dot in a photo that shows no treated scalp, 1; 10: there is nothing to
 *     compare it with
 */
public record DotSettings(
        double smallestDotMm,
        double largestDotMm,
        double commonDotMm,
        double leastDotPx,
        double redShare,
        double greenShare,
        double bloodInRed,
        double backgroundMm,
        double noiseMm,
        double candidateSnr,
        double dotSnr,
        double leastAxisRatio,
        double leastRelativeWidth,
        double leastStretchedRatio,
        double sizeSpread,
        double darknessSpread,
        double strongSnr,
        double strongAxisRatio,
        double treatedPerCm2,
        double loneSnr) {
    public DotSettings {
        within("smallest dot mm", smallestDotMm, 0.01, largestDotMm);
        within("largest dot mm", largestDotMm, smallestDotMm, 5);
        within("common dot mm", commonDotMm, smallestDotMm, largestDotMm);
        within("least dot px", leastDotPx, 1, 100);
        within("share of red", redShare, 0, 1);
        within("share of green", greenShare, 0, 1 - redShare);
        within("blood in red", bloodInRed, 0, 0.9);
        within("background radius mm", backgroundMm, largestDotMm, 100);
        within("noise radius mm", noiseMm, backgroundMm, 1000);
        within("candidate snr", candidateSnr, 1, dotSnr);
        within("dot snr", dotSnr, candidateSnr, strongSnr);
        within("strong snr", strongSnr, dotSnr, 1000);
        within("least axis ratio", leastAxisRatio, 0, strongAxisRatio);
        within("strong axis ratio", strongAxisRatio, leastAxisRatio, 1);
        within("size spread", sizeSpread, 1, 10);
        within("darkness spread", darknessSpread, 1, 100);
        within("lone snr", loneSnr, strongSnr, 1000);
        within("treated per cm²", treatedPerCm2, 0, 1000);
    }

    /** The settings that every figure of Stipple is measured with. */
    public static DotSettings defaults() {
        return new DotSettings(
                0.15, 0.70, 0.40, 3, 0.7, 0.25, 0.12, 1.5, 4, 3.5, 4.5, 0.62, 0.68, 0.4, 1.5, 2.7, 6, 0.8, 6, 10);
    }

    private static void within(String name, double value, double lowest, double highest) {
        if (!(value >= lowest && value <= highest)) {
            throw new IllegalArgumentException(name + " is " + value + ", outside " + lowest + ".." + highest);
        }
    }
}
