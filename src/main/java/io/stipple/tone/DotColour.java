package io.stipple.tone;

/**
 * Which light the pigment of a region takes in one photo: optical densities, −ln(dot / skin around it), in red and blue
 * over that in luminance. 1 and 1 is neutral grey.
 *
 * <p>A gain per channel, white balance or exposure, scales dot and skin alike and drops out of each density; fading and
 * blur scale all densities alike and drop out of their ratios. Only to first order for blur, which mixes light and not
 * densities: halving a dot of density 0.5 by blur bends a ratio of 0.8 to 0.81.
 *
 * @param density in luminance, mean over the dots' discs
 * @param red density in red over {@code density}
 * @param blue density in blue over {@code density}
 * @param redSe standard error of {@code red} from the scatter over dots
 * @param blueSe standard error of {@code blue} from the scatter over dots
 * @param correlation of these two errors, −1..1
 * @param dots that tell it
 */
public record DotColour(
        double density, double red, double blue, double redSe, double blueSe, double correlation, int dots) {
    // Fixed shares, not those of the skin's own light: these would carry the white balance back in.
    static final LinearRgb SHARES = new LinearRgb(0.2126729, 0.7151521, 0.0721750);

    public DotColour {
        if (!(density > 0) || !Double.isFinite(red) || !Double.isFinite(blue)) {
            throw new IllegalArgumentException(
                    "density " + density + " is not above 0, or its ratios " + red + " and " + blue + " not finite");
        }
        if (!(redSe >= 0 && blueSe >= 0 && Math.abs(correlation) <= 1) || dots < 2) {
            throw new IllegalArgumentException("standard errors " + redSe + " and " + blueSe + ", correlation "
                    + correlation + " over " + dots + " dots");
        }
    }

    /** {@code skin} under pigment of this hue and a density of {@code luminanceDensity}. */
    static LinearRgb under(LinearRgb skin, double luminanceDensity, double red, double blue) {
        double green = (1 - SHARES.r() * red - SHARES.b() * blue) / SHARES.g();
        return new LinearRgb(
                skin.r() * Math.exp(-luminanceDensity * red),
                skin.g() * Math.exp(-luminanceDensity * green),
                skin.b() * Math.exp(-luminanceDensity * blue));
    }
}
