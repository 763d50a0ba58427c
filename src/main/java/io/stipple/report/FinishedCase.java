package io.stipple.report;

import io.stipple.model.CaseRecord;
import io.stipple.model.ViewRecord;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * An output folder of {@code stipple analyze} whose record was read and whose pictures are all there and whole: enough
 * to write every report from.
 *
 * @param folder holds {@code record.json} and the pictures that it names
 * @param record what {@code record.json} says
 * @param recordSha256 of {@code record.json}, by {@link RecordHash}
 */
public record FinishedCase(Path folder, CaseRecord record, String recordSha256) {
    static final String RECORD_FILE = "record.json";

    /** Where {@code stipple analyze} puts the results of a case folder by itself. */
    private static final String USUAL_PLACE = "stipple";

    /**
     * The output folder that {@code typed} means: itself, or the {@code stipple} folder in it where it is a case
     * folder; empty where neither holds a record.
     */
    public static Optional<Path> folderOf(Path typed) {
        if (Files.exists(typed.resolve(RECORD_FILE))) {
            return Optional.of(typed);
        }
        return Optional.of(typed.resolve(USUAL_PLACE)).filter(usual -> Files.exists(usual.resolve(RECORD_FILE)));
    }

    /**
     * Reads a record and looks whether its pictures are there.
     *
     * @throws ReportRefusedException when the folder is no output folder, the record cannot be read, or a picture is
     *     missing, damaged or outside the folder
     */
    public static FinishedCase read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ReportRefusedException(
                    Files.exists(folder) ? "this is a file, not an output folder" : "there is no such folder", folder);
        }
        Path file = folder.resolve(RECORD_FILE);
        if (!Files.isRegularFile(file)) {
            throw new ReportRefusedException("no output folder of stipple analyze: it holds no record.json", folder);
        }
        CaseRecord record = RecordJson.read(file);
        for (ViewRecord view : record.views()) {
            for (Map<String, String> pictures : List.of(view.aligned(), view.counted(), view.gloss())) {
                for (Map.Entry<String, String> picture : pictures.entrySet()) {
                    check(folder, picture.getValue(), view.view() + " at " + picture.getKey());
                }
            }
        }
        return new FinishedCase(folder, record, RecordHash.of(file));
    }

    private static void check(Path folder, String path, String what) throws IOException {
        Path picture = inside(folder, path, what);
        if (!Files.isRegularFile(picture)) {
            throw new ReportRefusedException("the picture of " + what + " that the record names is missing", picture);
        }
        // A link that stands in the folder may still lead out of it.
        if (!picture.toRealPath().startsWith(folder.toRealPath())) {
            throw new ReportRefusedException("the picture of " + what + " lies outside the output folder", picture);
        }
        if (!whole(picture)) {
            throw new ReportRefusedException("the picture of " + what + " is damaged", picture);
        }
    }

    private static Path inside(Path folder, String path, String what) throws ReportRefusedException {
        try {
            Path picture = folder.resolve(path).normalize();
            if (picture.startsWith(folder.normalize())) {
                return picture;
            }
        } catch (InvalidPathException e) {
            throw new ReportRefusedException("the record names no file for the picture of " + what, folder, e);
        }
        throw new ReportRefusedException(
                "the picture of " + what + " lies outside the output folder", folder.resolve(path));
    }

    /** Whether the whole file decodes without a complaint; half a JPEG decodes too, to grey. */
    private static boolean whole(Path picture) throws IOException {
        boolean[] complained = {false};
        try (ImageInputStream in = ImageIO.createImageInputStream(picture.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return false;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                reader.addIIOReadWarningListener((source, warning) -> complained[0] = true);
                BufferedImage decoded = reader.read(0);
                return decoded.getWidth() > 0 && !complained[0];
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return false;
        }
    }
}
