package io.stipple.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaskPictureTest {
    private static final Frame FRAME = new Frame(400, 200, 200, 100, 100, 60);

    @TempDir
    Path folder;

    @Test
    void theFramedPartIsCutOutAtTheMasksOwnScale() throws IOException {
        // A quarter of the photo's size; one white pixel, which lies at (53, 26) of 100 x 50 and so at (3, 1) of the
        // frame.
        BufferedImage mask = new BufferedImage(100, 50, BufferedImage.TYPE_BYTE_BINARY);
        mask.setRGB(53, 26, 0xffffff);
        Path file = folder.resolve("gloss.png");
        ImageIO.write(mask, "png", file.toFile());

        String uri = MaskPicture.dataUri(file, FRAME);

        byte[] png = Base64.getDecoder().decode(uri.replace("data:image/png;base64,", ""));
        BufferedImage part = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(part.getWidth()).isEqualTo(25);
        assertThat(part.getHeight()).isEqualTo(15);
        assertThat(part.getColorModel().getPixelSize()).isEqualTo(1);
        for (int y = 0; y < 15; y++) {
            for (int x = 0; x < 25; x++) {
                assertThat((part.getRGB(x, y) & 0xffffff) != 0).isEqualTo(x == 3 && y == 1);
            }
        }
    }

    @Test
    void aLostMaskIsAnEmptyAddress() throws IOException {
        assertThat(MaskPicture.dataUri(folder.resolve("none.png"), FRAME)).isEmpty();
        assertThat(MaskPicture.dataUri(null, FRAME)).isEmpty();
    }
}
