package io.stipple.photo;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** The formats that are read, told by a file's first bytes: its name proves nothing. */
public enum PhotoFormat {
    JPEG,
    PNG,
    TIFF,
    WEBP,
    /** HEIC, HEIF and their kin, read by the system's libheif. */
    HEIF;

    /** How many bytes {@link #of} looks at. */
    static final int SIGNATURE_LENGTH = 12;

    private static final Set<String> HEIF_BRANDS = Set.of(
            "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "mif2", "msf1", "avif", "avis");

    /** The format whose signature {@code start} begins with; empty when it is none of them. */
    static Optional<PhotoFormat> of(byte[] start) {
        String text = new String(start, 0, Math.min(start.length, SIGNATURE_LENGTH), StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (text.startsWith("II*\0") || text.startsWith("MM\0*")) {
            return Optional.of(TIFF);
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return Optional.of(WEBP);
        }
        if (text.startsWith("ftyp", 4) && text.length() >= 12 && HEIF_BRANDS.contains(text.substring(8, 12))) {
            return Optional.of(HEIF);
        }
        return Optional.empty();
    }

    /** What a file that is none of the formats looks like, for a person: {@code a GIF picture}, {@code text}. */
    static String describe(byte[] start) {
        String text = new String(start, 0, Math.min(start.length, SIGNATURE_LENGTH), StandardCharsets.ISO_8859_1);
        if (text.startsWith("GIF8")) {
            return "a GIF picture";
        }
        if (text.startsWith("BM")) {
            return "a BMP picture";
        }
        if (text.startsWith("%PDF")) {
            return "a PDF document";
        }
        if (text.startsWith("PK\u0003\u0004")) {
            return "a ZIP archive";
        }
        if (text.startsWith("ftyp", 4)) {
            return "a video or other media file (" + text.substring(8).strip() + ")";
        }
        boolean readable = text.chars().allMatch(c -> c == '\n' || c == '\r' || c == '\t' || (c >= ' ' && c < 127));
        return readable ? "text" : "something else";
    }
}
