package io.stipple.photo;

import io.stipple.photo.ColourMatrix.Chromaticities;
import java.awt.color.ICC_Profile;

/** What a file's channel values mean. */
sealed interface ColourProfile {
    /** For a person, such as {@code Display P3}. */
    String name();

    /** A tone curve per channel, then a matrix to linear sRGB: nearly every camera's and screen's profile. */
    record Matrix(String name, ToneCurve red, ToneCurve green, ToneCurve blue, ColourMatrix toSrgb)
            implements ColourProfile {}

    /** A profile that is a table; left to the JDK's colour management, which is exact and slow. */
    record Table(String name, ICC_Profile profile) implements ColourProfile {}

    static Matrix srgb() {
        return of("sRGB", ToneCurve.srgb(), ColourMatrix.identity());
    }

    static Matrix displayP3() {
        return of("Display P3", ToneCurve.srgb(), ColourMatrix.toSrgb(Chromaticities.DISPLAY_P3));
    }

    static Matrix adobeRgb() {
        // Adobe RGB (1998), 4.3.1.2: 2 51/256.
        return of("Adobe RGB (1998)", ToneCurve.power(563 / 256.0), ColourMatrix.toSrgb(Chromaticities.ADOBE_RGB));
    }

    static Matrix of(String name, ToneCurve curve, ColourMatrix toSrgb) {
        return new Matrix(name, curve, curve, curve, toSrgb);
    }
}
