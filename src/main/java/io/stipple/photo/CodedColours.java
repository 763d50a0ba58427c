package io.stipple.photo;

import io.stipple.photo.ColourMatrix.Chromaticities;
import java.util.Optional;

/** Colour spaces by the code points of ITU-T H.273, as PNG's cICP and HEIF's nclx name them. */
final class CodedColours {
    private static final int UNSPECIFIED = 2;

    private CodedColours() {}

    /**
     * The colour space of H.273's primaries (table 2) and transfer characteristics (table 3).
     *
     * <p>BT.709's curve is read as sRGB's: it is what encoders write when they mean an ordinary picture, and every
     * viewer shows it so.
     */
    static ColourTag of(int primaries, int transfer) {
        Optional<Chromaticities> chromaticities = switch (primaries) {
            case 1, 5, 6, UNSPECIFIED -> Optional.of(Chromaticities.srgb());
            case 9 -> Optional.of(Chromaticities.REC_2020);
            case 12 -> Optional.of(Chromaticities.DISPLAY_P3);
            default -> Optional.empty();
        };
        Optional<ToneCurve> curve = switch (transfer) {
            case 1, 6, 13, 14, 15, UNSPECIFIED -> Optional.of(ToneCurve.srgb());
            case 4 -> Optional.of(ToneCurve.power(2.2));
            case 5 -> Optional.of(ToneCurve.power(2.8));
            case 8 -> Optional.of(ToneCurve.power(1));
            default -> Optional.empty();
        };
        if (chromaticities.isEmpty() || curve.isEmpty()) {
            return new ColourTag(
                    null,
                    Optional.of("the colour space with primaries " + primaries + " and transfer " + transfer
                            + " (H.273) is not read: sRGB assumed"));
        }
        if (primaries == UNSPECIFIED && transfer == UNSPECIFIED) {
            return ColourTag.NONE;
        }
        return ColourTag.of(
                ColourProfile.of(name(primaries, transfer), curve.get(), ColourMatrix.toSrgb(chromaticities.get())));
    }

    private static String name(int primaries, int transfer) {
        String gamut = switch (primaries) {
            case 9 -> "Rec. 2020";
            case 12 -> "Display P3";
            default -> "sRGB";
        };
        return transfer == 8 ? gamut + " linear" : gamut;
    }
}
