package io.stipple.report;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Pictures of one bit a pixel for the page's script: where dots were counted, where gloss was masked. */
final class MaskPicture {
    private MaskPicture() {}

    /**
     * The framed part as a PNG in a {@code data:} address; empty where there is no such file.
     *
     * @param file of the reference photo's shape, at any scale; null where the record names none
     */
    static String dataUri(@Nullable Path file, Frame frame) throws IOException {
        if (file == null || !Files.isRegularFile(file)) {
            return "";
        }
        BufferedImage part = ReportPictures.framed(file, frame);
        BufferedImage mask = new BufferedImage(part.getWidth(), part.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D canvas = mask.createGraphics();
        canvas.drawImage(part, 0, 0, null);
        canvas.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(mask, "png", png);
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
