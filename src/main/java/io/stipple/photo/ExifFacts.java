package io.stipple.photo;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifInteropDirectory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a photo's EXIF block says (CIPA DC-008). A missing or damaged block says nothing: the picture is still good.
 *
 * @param orientation how to turn the stored picture
 * @param capturedAt camera's local time, zone unknown
 * @param focalLength35Mm mm, above 0
 * @param camera make and model
 * @param adobeRgb whether the file names Adobe RGB by DCF's "R03", as cameras do instead of embedding a profile
 */
record ExifFacts(
        Orientation orientation,
        Optional<LocalDateTime> capturedAt,
        OptionalDouble focalLength35Mm,
        Optional<String> camera,
        boolean adobeRgb) {
    private static final Logger LOG = LoggerFactory.getLogger(ExifFacts.class);
    private static final ExifFacts NONE =
            new ExifFacts(Orientation.UPRIGHT, Optional.empty(), OptionalDouble.empty(), Optional.empty(), false);
    private static final DateTimeFormatter EXIF_TIME =
            DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final int LONGEST_NAME = 80;

    static ExifFacts of(byte[] file) {
        try {
            return of(ImageMetadataReader.readMetadata(new ByteArrayInputStream(file), file.length));
        } catch (ImageProcessingException | IOException | RuntimeException e) {
            // The library meets hostile files with more than its declared exceptions.
            LOG.debug("EXIF cannot be read", e);
            return NONE;
        }
    }

    private static ExifFacts of(Metadata metadata) {
        return new ExifFacts(
                orientation(metadata),
                capturedAt(metadata),
                focalLength35Mm(metadata),
                camera(metadata),
                metadata.getDirectoriesOfType(ExifInteropDirectory.class).stream()
                        .map(interop -> interop.getString(ExifInteropDirectory.TAG_INTEROP_INDEX))
                        .anyMatch(index -> index != null && index.strip().equals("R03")));
    }

    // The first directory belongs to the picture itself, later ones to pictures embedded in it.
    private static Orientation orientation(Metadata metadata) {
        ExifIFD0Directory picture = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer value = picture == null ? null : picture.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
        return value == null ? Orientation.UPRIGHT : Orientation.ofExif(value);
    }

    private static Optional<LocalDateTime> capturedAt(Metadata metadata) {
        return text(metadata, ExifDirectoryBase.TAG_DATETIME_ORIGINAL)
                .flatMap(ExifFacts::time)
                .or(() ->
                        text(metadata, ExifDirectoryBase.TAG_DATETIME_DIGITIZED).flatMap(ExifFacts::time));
    }

    private static Optional<LocalDateTime> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.substring(0, Math.min(19, text.length())), EXIF_TIME));
        } catch (DateTimeException e) {
            return Optional.empty(); // cameras whose clock was never set write zeros or blanks
        }
    }

    private static Optional<String> text(Metadata metadata, int tag) {
        return metadata.getDirectoriesOfType(ExifSubIFDDirectory.class).stream()
                .map(directory -> directory.getString(tag))
                .filter(text -> text != null && !text.isBlank())
                .map(String::strip)
                .findFirst();
    }

    private static OptionalDouble focalLength35Mm(Metadata metadata) {
        return metadata.getDirectoriesOfType(ExifSubIFDDirectory.class).stream()
                .map(directory -> directory.getDoubleObject(ExifDirectoryBase.TAG_35MM_FILM_EQUIV_FOCAL_LENGTH))
                .filter(length -> length != null && length > 0 && Double.isFinite(length))
                .mapToDouble(Double::doubleValue)
                .findFirst();
    }

    private static Optional<String> camera(Metadata metadata) {
        Directory picture = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        if (picture == null) {
            return Optional.empty();
        }
        String make = printable(picture.getString(ExifDirectoryBase.TAG_MAKE));
        String model = printable(picture.getString(ExifDirectoryBase.TAG_MODEL));
        boolean repeated = model.toLowerCase(Locale.ROOT).startsWith(make.toLowerCase(Locale.ROOT));
        String camera = repeated ? model : (make + " " + model).strip();
        return camera.isEmpty() ? Optional.empty() : Optional.of(camera);
    }

    private static String printable(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String clean = text.replaceAll("\\P{Print}", "").strip();
        return clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
    }
}
