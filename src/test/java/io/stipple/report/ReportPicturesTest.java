package io.stipple.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPicturesTest {
    @TempDir
    Path folder;

    @Test
    void picturesShareTheBytesEvenWhenTheyAreNoise() throws IOException {
        // Noise is the worst that JPEG can meet: skin is far below it.
        BufferedImage noise = new BufferedImage(450, 350, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(3);
        for (int y = 0; y < 350; y++) {
            for (int x = 0; x < 450; x++) {
                noise.setRGB(x, y, random.nextInt());
            }
        }
        var settings = new ReportPictures.Settings(400, 100, 60_000, 420_000, 0.86f, 0.62f);

        var picture = new ReportPictures(settings, 4).large(noise);

        int bytes = Base64.getDecoder().decode(picture.dataUri().replaceFirst(".*,", "")).length;
        assertThat(bytes).isLessThanOrEqualTo(60_000 / 4);
        assertThat(picture.width()).isBetween(100, 400);
    }

    @Test
    void aPictureIsScaledToItsLongSideAndNeverUp() throws IOException {
        var pictures = new ReportPictures(ReportPictures.Settings.defaults(), 1);

        var wide = pictures.large(new BufferedImage(4000, 1000, BufferedImage.TYPE_3BYTE_BGR));
        var small = pictures.large(new BufferedImage(300, 200, BufferedImage.TYPE_3BYTE_BGR));

        assertThat(wide.width()).isEqualTo(2000);
        assertThat(wide.height()).isEqualTo(500);
        assertThat(small.width()).isEqualTo(300);
    }

    @Test
    void theFrameIsCutFromAPictureOfAnyScale() throws IOException {
        // The photo is 2000 x 1000 px, the aligned picture of it half as large, its right half blue.
        BufferedImage aligned = new BufferedImage(1000, 500, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < 500; y++) {
            for (int x = 0; x < 1000; x++) {
                aligned.setRGB(x, y, (x < 500 ? Color.RED : Color.BLUE).getRGB());
            }
        }
        Path file = folder.resolve("aligned.png");
        ImageIO.write(aligned, "png", file.toFile());

        BufferedImage part = ReportPictures.framed(file, new Frame(2000, 1000, 800, 100, 400, 600));

        assertThat(part.getWidth()).isEqualTo(200);
        assertThat(part.getHeight()).isEqualTo(300);
        assertThat(part.getRGB(99, 150)).isEqualTo(Color.RED.getRGB());
        assertThat(part.getRGB(100, 150)).isEqualTo(Color.BLUE.getRGB());
    }
}
