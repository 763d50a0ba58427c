package io.stipple.phantom;

import io.stipple.model.Lab;

/**
 * Fitzpatrick's skin types with a typical CIELAB (D65) each; their individual typology angles fall into Chardon's (1991)
 * classes from very light to dark.
 */
@SuppressWarnings("ImmutableEnumChecker") // records of doubles cannot change
public enum SkinType {
    I(73, 9, 14),
    II(69, 11, 17),
    III(63, 12, 19),
    IV(57, 13, 20),
    V(46, 13, 18),
    VI(35, 10, 13);

    private final Lab lab;

    SkinType(double l, double a, double b) {
        this.lab = new Lab(l, a, b);
    }

    /** Typical colour of the untreated scalp. */
    Lab lab() {
        return lab;
    }

    /** The same colour in linear sRGB: red, green, blue, 0..1. */
    double[] linearRgb() {
        double fy = (lab.l() + 16) / 116;
        double x = 0.95047 * uncompress(fy + lab.a() / 500);
        double y = uncompress(fy);
        double z = 1.08883 * uncompress(fy - lab.b() / 200);
        return new double[] {
            3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
            -0.9692660 * x + 1.8760108 * y + 0.0415560 * z,
            0.0556434 * x - 0.2040259 * y + 1.0572252 * z
        };
    }

    private static double uncompress(double f) {
        double knee = 6.0 / 29;
        return f > knee ? f * f * f : 3 * knee * knee * (f - 4.0 / 29);
    }
}
