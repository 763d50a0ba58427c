package io.stipple.photo;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a photo's file says of it.
 *
 * @param sha256 of the file's bytes, lower-case hex
 * @param widthPx of the upright photo
 * @param heightPx of the upright photo
 * @param capturedAt local time of the camera, its zone unknown
 * @param focalLength35Mm the lens's focal length as if the sensor were 36 × 24 mm, mm
 * @param camera make and model
 * @param colourProfile name of the colour space that the file's values were read in, such as {@code Display P3}
 * @param format of the file
 * @param bitsPerChannel as stored, such as 8 or 16
 * @param notes sentences on what was assumed about the file, such as a profile that could not be read
 */
public record PhotoInfo(
        String sha256,
        int widthPx,
        int heightPx,
        Optional<LocalDateTime> capturedAt,
        OptionalDouble focalLength35Mm,
        Optional<String> camera,
        String colourProfile,
        PhotoFormat format,
        int bitsPerChannel,
        List<String> notes) {
    public PhotoInfo {
        if (widthPx < 1 || heightPx < 1) {
            throw new IllegalArgumentException("a photo of " + widthPx + " x " + heightPx + " px has no pixels");
        }
        notes = List.copyOf(notes);
    }
}
