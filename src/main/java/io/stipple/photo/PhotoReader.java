package io.stipple.photo;

import io.stipple.model.Sha256;
import io.stipple.opencv.LinearImage;
import io.stipple.opencv.MatScope;
import io.stipple.photo.PictureCodec.Header;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opencv.core.Mat;

/**
 * Reads photo files. A file is read from disk once: its hash, its facts and its pixels are of the same bytes.
 *
 * <p>Safe for use by several threads at once.
 */
public final class PhotoReader {
    private final PhotoSettings settings;

    public PhotoReader(PhotoSettings settings) {
        this.settings = settings;
    }

    /**
     * The photo, upright and in linear light; the caller closes it.
     *
     * @throws UnreadablePhotoException when {@code file} is missing, no photo, damaged anywhere, or above a limit of
     *     the settings
     */
    public Photo read(Path file) throws UnreadablePhotoException {
        PhotoFile photo = load(file);
        Opened opened = open(photo);
        try (MatScope mats = new MatScope();
                CodedPicture coded = decode(photo, opened)) {
            Mat upright = opened.orientation().upright(coded.pixels(), mats);
            LinearImage image = Linearizer.linearize(upright, coded.highestCode(), opened.profile());
            return new Photo(image, opened.info());
        }
    }

    /**
     * What the file says of itself; no pixel is decoded, so damage among them goes unseen.
     *
     * @throws UnreadablePhotoException when {@code file} is missing, no photo, or above a limit of the settings
     */
    public PhotoInfo info(Path file) throws UnreadablePhotoException {
        return open(load(file)).info();
    }

    /** When the camera says it took the photo, its zone unknown; empty also for a file that cannot be read. */
    public Optional<LocalDateTime> capturedAt(Path file) {
        try {
            return ExifFacts.of(load(file).bytes()).capturedAt();
        } catch (UnreadablePhotoException e) {
            return Optional.empty(); // reading the photo will say so
        }
    }

    private record Opened(
            PictureCodec codec, Header header, Orientation orientation, ColourProfile profile, PhotoInfo info) {}

    private PhotoFile load(Path file) throws UnreadablePhotoException {
        return PhotoFile.load(file, settings.maxFileMegabytes());
    }

    private Opened open(PhotoFile file) throws UnreadablePhotoException {
        PictureCodec codec = codec(file);
        Header header;
        try {
            header = codec.header(file.bytes());
        } catch (IOException | RuntimeException e) {
            throw file.unreadable(e);
        }
        checkSize(file, header);
        ExifFacts exif = ExifFacts.of(file.bytes());
        Orientation orientation = header.turned() ? Orientation.UPRIGHT : exif.orientation();
        ColourProfile profile = profile(header.colour(), exif);
        PhotoInfo info = new PhotoInfo(
                Sha256.of(file.bytes()),
                orientation.swapsSides() ? header.heightPx() : header.widthPx(),
                orientation.swapsSides() ? header.widthPx() : header.heightPx(),
                exif.capturedAt(),
                exif.focalLength35Mm(),
                exif.camera(),
                profile.name(),
                PhotoFormat.of(file.bytes()).orElseThrow(),
                header.bitsPerChannel(),
                notes(header.colour()));
        return new Opened(codec, header, orientation, profile, info);
    }

    private PictureCodec codec(PhotoFile file) throws UnreadablePhotoException {
        PhotoFormat format = PhotoFormat.of(file.bytes())
                .orElseThrow(() -> file.unreadable(
                        "this is not a JPEG, PNG, TIFF, WebP or HEIC photo but " + PhotoFormat.describe(file.bytes())));
        return switch (format) {
            case JPEG -> new JpegCodec(settings.maxScans());
            case PNG -> new PngCodec();
            case TIFF -> new TiffCodec();
            case WEBP -> new WebpCodec();
            case HEIF -> HeifCodec.ofSystem();
        };
    }

    private void checkSize(PhotoFile file, Header header) throws UnreadablePhotoException {
        long width = header.widthPx();
        long height = header.heightPx();
        double megapixels = width * height / 1e6;
        if (megapixels > settings.maxMegapixels()) {
            throw file.unreadable(String.format(
                    Locale.ROOT,
                    "the photo has %.0f megapixels (%d x %d px), more than the %.0f that are read; save it smaller",
                    megapixels,
                    width,
                    height,
                    settings.maxMegapixels()));
        }
        if (Math.max(width, height) > settings.maxSidePx() || Math.min(width, height) < settings.minSidePx()) {
            throw file.unreadable("the photo is " + width + " x " + height + " px large; sides of "
                    + settings.minSidePx() + " to " + settings.maxSidePx() + " px are read");
        }
    }

    private static ColourProfile profile(ColourTag tag, ExifFacts exif) {
        if (tag.profile() != null) {
            return tag.profile();
        }
        return exif.adobeRgb() ? ColourProfile.adobeRgb() : ColourProfile.srgb();
    }

    private static List<String> notes(ColourTag tag) {
        return tag.note().map(List::of).orElse(List.of());
    }

    // The decoders meet hostile files with more than their declared exceptions.
    private static CodedPicture decode(PhotoFile file, Opened opened) throws UnreadablePhotoException {
        try {
            CodedPicture coded = opened.codec().decode(file.bytes(), opened.header());
            Mat pixels = coded.pixels();
            if (pixels.cols() != opened.header().widthPx()
                    || pixels.rows() != opened.header().heightPx()) {
                coded.close();
                throw file.unreadable("the file promises " + opened.header().widthPx() + " x "
                        + opened.header().heightPx() + " px and holds " + pixels.cols() + " x " + pixels.rows());
            }
            return coded;
        } catch (IOException | RuntimeException e) {
            throw file.unreadable(e);
        }
    }
}
