package io.stipple.series;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A photo as its file's name tells it: {@code Top-2.JPG} is the second shot of {@code top}.
 *
 * @param view lower-case
 * @param repeat 1 for the first shot
 */
record PhotoName(String view, int repeat) {
    private static final Set<String> READ =
            Set.of("jpg", "jpeg", "jpe", "jfif", "png", "tif", "tiff", "webp", "heic", "heif", "hif");
    /** Pictures and films that a camera or a phone leaves in a folder and that are not read. */
    private static final Set<String> NOT_READ = Set.of(
            "gif", "bmp", "avif", "jxl", "jp2", "jpx", "psd", "svg", "ico", "mpo", "dng", "cr2", "cr3", "crw", "nef",
            "nrw", "arw", "srf", "sr2", "raf", "orf", "rw2", "pef", "srw", "raw", "3fr", "iiq", "x3f", "mov", "mp4",
            "m4v", "3gp", "avi");
    /** A longer number is a camera's running number, not a repeat. */
    private static final Pattern REPEAT = Pattern.compile("(.+?)\\s*-\\s*(\\d{1,2})");

    /** What a file is to a case, by the end of its name. */
    enum Kind {
        PHOTO,
        UNREAD_PICTURE,
        OTHER
    }

    static Kind kindOf(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String end = dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        return READ.contains(end) ? Kind.PHOTO : NOT_READ.contains(end) ? Kind.UNREAD_PICTURE : Kind.OTHER;
    }

    /** View and repeat of the photo file {@code fileName}; empty when nothing stands before the dot. */
    static Optional<PhotoName> of(String fileName) {
        String stem = view(fileName.substring(0, fileName.lastIndexOf('.')));
        if (stem.isEmpty()) {
            return Optional.empty();
        }
        Matcher repeat = REPEAT.matcher(stem);
        if (repeat.matches() && Integer.parseInt(repeat.group(2)) >= 1) {
            return Optional.of(new PhotoName(repeat.group(1), Integer.parseInt(repeat.group(2))));
        }
        return Optional.of(new PhotoName(stem, 1));
    }

    /** The name of a view however it was typed: lower-case, without spaces around it, accents composed. */
    static String view(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }
}
