package io.stipple.pipeline;

import io.stipple.opencv.Jpeg;
import io.stipple.opencv.LinearImage;
import io.stipple.registration.AlignedPhoto;
import io.stipple.registration.RegistrationFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes each photo, laid on its reference and equalised in light, to {@code aligned/VIEW/STAGE.jpg}. */
final class AlignedPictures {
    private static final int QUALITY = 88; // JPEG artefacts stay below the eye's threshold at this size

    private final Path folder;
    private final int sidePx;

    /**
     * @param folder of the results
     * @param sidePx longest side of the pictures, px
     */
    AlignedPictures(Path folder, int sidePx) {
        this.folder = folder;
        this.sidePx = sidePx;
    }

    /** Writes the picture and returns its path below the folder of the results, with {@code /}. */
    String write(PlacedPhoto placed, RegistrationFrame reference) throws IOException {
        String repeat = placed.shot().repeat() == 1 ? "" : "-" + placed.shot().repeat();
        String path = "aligned/" + placed.shot().view() + "/" + placed.shot().stage() + repeat + ".jpg";
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        try (LinearImage picture = AlignedPhoto.lay(placed.photo().image(), placed.map(), reference, sidePx)) {
            Files.write(file, Jpeg.encode(picture, QUALITY));
        }
        return path;
    }
}
