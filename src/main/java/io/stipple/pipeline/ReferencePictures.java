package io.stipple.pipeline;

import io.stipple.opencv.Jpeg;
import io.stipple.opencv.LinearImage;
import io.stipple.opencv.Mask;
import io.stipple.opencv.Png;
import io.stipple.region.SeenScalp;
import io.stipple.registration.AlignedPhoto;
import io.stipple.registration.RegistrationFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes what a report shows of each photo, all laid on the reference: the photo itself, equalised in light, to
 * {@code aligned/VIEW/STAGE.jpg}; where dots were counted and where gloss was masked, to {@code counted/} and
 * {@code gloss/} as PNGs of one bit.
 */
final class ReferencePictures {
    private static final int QUALITY = 88; // JPEG artefacts stay below the eye's threshold at this size

    private final Path folder;
    private final AnalysisSettings settings;

    /** @param folder of the results */
    ReferencePictures(Path folder, AnalysisSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /** Paths below the folder of the results, with {@code /}. */
    record Paths(String aligned, String counted, String gloss) {}

    /**
     * Writes the pictures of a photo.
     *
     * @param seen where it shows the scalp well enough to count dots
     * @param gloss of the photo
     */
    Paths write(PlacedPhoto placed, SeenScalp seen, Mask gloss, RegistrationFrame reference) throws IOException {
        String repeat = placed.shot().repeat() == 1 ? "" : "-" + placed.shot().repeat();
        String name = "/" + placed.shot().view() + "/" + placed.shot().stage() + repeat;
        Paths paths = new Paths("aligned" + name + ".jpg", "counted" + name + ".png", "gloss" + name + ".png");
        try (LinearImage picture =
                AlignedPhoto.lay(placed.photo().image(), placed.map(), reference, settings.alignedSidePx())) {
            write(paths.aligned(), Jpeg.encode(picture, QUALITY));
        }
        // Gloss as coarse as what is kept of the scalp that was seen: the one is laid over the other.
        try (Mask cells = seen.mask();
                Mask laid = AlignedPhoto.lay(gloss, placed.map(), reference, cells.longerSidePx())) {
            write(paths.counted(), Png.encode(cells));
            write(paths.gloss(), Png.encode(laid));
        }
        return paths;
    }

    private void write(String path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
