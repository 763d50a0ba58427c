package io.stipple.tone;

/**
 * A colour in linear light with sRGB primaries and D65 white: 0 is black, 1 the brightest white that sRGB can say.
 *
 * @param r red
 * @param g green
 * @param b blue
 */
public record LinearRgb(double r, double g, double b) {
    public LinearRgb {
        if (!Double.isFinite(r) || !Double.isFinite(g) || !Double.isFinite(b)) {
            throw new IllegalArgumentException("linear colour " + r + ", " + g + ", " + b + " is not finite");
        }
    }

    /** Whether each channel holds light, so that a ratio to it means something. */
    public boolean lit() {
        return r > 0 && g > 0 && b > 0;
    }

    /** Luminance, 1 for the brightest white. */
    double luminance() {
        return 0.2126729 * r + 0.7151522 * g + 0.0721750 * b;
    }

    /** This colour seen under the light that turns {@code seen} into {@code wanted}: a gain per channel. */
    LinearRgb relit(LinearRgb seen, LinearRgb wanted) {
        return new LinearRgb(r * wanted.r / seen.r, g * wanted.g / seen.g, b * wanted.b / seen.b);
    }
}
