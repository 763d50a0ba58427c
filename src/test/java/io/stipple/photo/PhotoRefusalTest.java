package io.stipple.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is damaged, too large or no photo is refused with a reason; half a picture is never handed out. */
class PhotoRefusalTest {
    @TempDir
    Path folder;

    private final PhotoReader reader = new PhotoReader(PhotoSettings.defaults());

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "progressive", "png", "tiff"})
    void aPhotoCutOffAnywhereIsRefused(String written) throws Exception {
        BufferedImage busy = busy();
        byte[] file = switch (written) {
            case "jpeg" -> TestFiles.jpeg(busy, false);
            case "progressive" -> TestFiles.jpeg(busy, true);
            default -> TestFiles.written(busy, written);
        };
        for (int percent : new int[] {1, 20, 50, 80, 99}) {
            byte[] cut = Arrays.copyOf(file, file.length * percent / 100);
            assertThat(refusal(put("cut", cut)))
                    .as("%d %% of %s", percent, written)
                    .isNotBlank();
        }
        assertThat(refusal(put("cut", Arrays.copyOf(file, file.length - 1)))).isNotBlank();
    }

    @Test
    void aJpegWithAHoleOrAnEmptiedSectorIsRefused() throws Exception {
        byte[] file = TestFiles.jpeg(busy(), false);
        int middle = file.length / 2;
        byte[] hole =
                TestFiles.joined(Arrays.copyOf(file, middle), Arrays.copyOfRange(file, middle + 4096, file.length));
        byte[] emptied = file.clone();
        Arrays.fill(emptied, middle, middle + 4096, (byte) 0);

        assertThat(refusal(put("hole.jpg", hole))).startsWith("the JPEG is damaged (");
        assertThat(refusal(put("emptied.jpg", emptied))).startsWith("the JPEG is damaged (");
    }

    @Test
    void aPngWithOneWrongBitIsRefused() throws Exception {
        byte[] file = TestFiles.written(busy(), "png");
        file[file.length / 2] ^= 1;

        assertThat(refusal(put("a.png", file))).contains("does not match its check sum");
    }

    @Test
    void whatIsNoPhotoIsCalledWhatItIs() throws Exception {
        Path text = put("a.jpg", "just text, saved as .jpg".getBytes(StandardCharsets.US_ASCII));
        assertThat(refusal(text)).isEqualTo("this is not a JPEG, PNG, TIFF, WebP or HEIC photo but text");
        Path gif = put("b.jpg", TestFiles.written(busy(), "gif"));
        assertThat(refusal(gif)).isEqualTo("this is not a JPEG, PNG, TIFF, WebP or HEIC photo but a GIF picture");
        assertThat(refusal(put("c.jpg", new byte[0]))).isEqualTo("the file is empty (0 bytes)");
        assertThat(refusal(folder)).isEqualTo("this is a folder, not a photo");
        assertThat(refusal(folder.resolve("none.jpg"))).isEqualTo("there is no such file");
    }

    @Test
    void theMessageOfARefusalEndsWithThePath() throws Exception {
        Path text = put("a.jpg", "text".getBytes(StandardCharsets.US_ASCII));

        UnreadablePhotoException refused =
                catchThrowableOfType(UnreadablePhotoException.class, () -> reader.read(text));

        assertThat(refused.path()).isEqualTo(text);
        assertThat(refused).hasMessage(refused.reason() + ": " + text);
    }

    @Test
    void aPhotoAboveTheLimitIsRefusedBeforeAPixelIsDecoded() throws Exception {
        Path huge = put("huge.png", TestFiles.pngBomb(20_000, 10_000));
        assertThat(refusal(huge))
                .isEqualTo("the photo has 200 megapixels (20000 x 10000 px), more than the 120 that are read; save it"
                        + " smaller");

        Path wide = put("wide.png", TestFiles.pngBomb(1_000_000, 2));
        assertThat(refusal(wide)).isEqualTo("the photo is 1000000 x 2 px large; sides of 1 to 32000 px are read");

        Path impossible = put("no.png", TestFiles.pngBomb(0, 10));
        assertThat(refusal(impossible)).isEqualTo("the PNG claims a size of 0 x 10 px");
    }

    @Test
    void aFileAboveTheLimitIsRefusedUnread() throws Exception {
        PhotoReader strict = new PhotoReader(new PhotoSettings(120, 32_000, 1, 1, 100));
        Path large = put("large.jpg", new byte[1_200_000]);

        assertThat(catchThrowableOfType(UnreadablePhotoException.class, () -> strict.read(large))
                        .reason())
                .isEqualTo("the file has 1 MB, more than the 1 MB that are read");
    }

    private String refusal(Path file) {
        UnreadablePhotoException refused = catchThrowableOfType(UnreadablePhotoException.class, () -> {
            try (Photo photo = reader.read(file)) {
                assertThat(photo.image().widthPx()).isNegative(); // nothing is to be read
            }
        });
        return refused.reason();
    }

    private Path put(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    /** A picture that does not compress to nothing. */
    private static BufferedImage busy() {
        BufferedImage image = new BufferedImage(256, 192, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(5);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        return image;
    }
}
