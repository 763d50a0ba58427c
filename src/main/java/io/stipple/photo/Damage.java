package io.stipple.photo;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/**
 * Listens to a decoder's warnings: ImageIO only warns of a truncated or corrupt picture and leaves grey where nothing
 * could be read.
 */
final class Damage implements IIOReadWarningListener {
    /** Words of warnings about what surrounds a picture; the pixels are whole. */
    private static final Set<String> HARMLESS =
            Set.of("icc", "profile", "exif", "jfif", "adobe", "metadata", "thumbnail");

    private @Nullable String first;

    /** A listener that is now registered with {@code reader}. */
    static Damage watch(ImageReader reader) {
        Damage damage = new Damage();
        // Decoders speak the user's language unless told.
        reader.setLocale(reader.getAvailableLocales() == null ? null : Locale.ENGLISH);
        reader.addIIOReadWarningListener(damage);
        return damage;
    }

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        String text = warning.toLowerCase(Locale.ROOT);
        if (first == null && HARMLESS.stream().noneMatch(text::contains)) {
            first = warning;
        }
    }

    /** The first warning that means lost pixels. */
    Optional<String> found() {
        return Optional.ofNullable(first);
    }
}
