package io.stipple.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.stipple.opencv.Srgb;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoReaderTest {
    /** Half a code of 8 bits where the curve of sRGB is steepest, in linear light. */
    private static final double HALF_A_CODE = 0.5 / 255 * 2.3;
    /** The finest JPEG still rounds its waves: two codes. */
    private static final double JPEG = 2.0 / 255 * 2.3;

    private static final Color RED = new Color(200, 30, 40);
    private static final Color GREEN = new Color(20, 180, 60);
    private static final Color BLUE = new Color(40, 50, 190);
    private static final Color SKIN = new Color(196, 150, 128);

    /** The four quarters, written by libwebp, since the JDK writes no WebP. */
    private static final String WEBP_LOSSLESS =
            "UklGRkYAAABXRUJQVlA4TDkAAAAvP8AHAB8gJCCemC1ZZ5VAgBiUIVCGLKEAGpMIIopW8x9swS0DIgEST3rSkyYyNaL/ExAs+joOfQEA";

    private static final String WEBP_LOSSY =
            "UklGRoYAAABXRUJQVlA4IHoAAACQBgCdASpAACAAPhUIg0EhBv8BAAQAUSyAGV2oL8A/EDWSeAfhB+t38l6BDQLst+un8vz/sGFwgJWJ"
                    + "j7UAAP77/vh4F3YRJ5FxiS8Eel8BHyFqcCqcAsSHj75q7/1kUY67UK65cq8gMa/3Q5HK2BrNnVHWt9FV1AAAAA==";

    private static final String WEBP_HALF_TRANSPARENT_BLACK = "UklGRhoAAABXRUJQVlA4TA4AAAAvA8AAEAcQEQUMRET/Aw==";

    @TempDir
    Path folder;

    private final PhotoReader reader = new PhotoReader(PhotoSettings.defaults());

    @ParameterizedTest
    @CsvSource({"png, PNG", "tiff, TIFF", "jpeg, JPEG", "progressive, JPEG"})
    void everyFormatGivesTheSamePictureInLinearLight(String written, PhotoFormat format) throws Exception {
        BufferedImage quarters = quarters(BufferedImage.TYPE_INT_RGB);
        byte[] file = switch (written) {
            case "jpeg" -> TestFiles.jpeg(quarters, false);
            case "progressive" -> TestFiles.jpeg(quarters, true);
            default -> TestFiles.written(quarters, written);
        };

        try (Photo photo = reader.read(put("a", file))) {
            assertThat(photo.info().format()).isEqualTo(format);
            assertThat(photo.info().bitsPerChannel()).isEqualTo(8);
            assertThat(photo.info().colourProfile()).isEqualTo("sRGB");
            assertQuarters(photo, RED, GREEN, BLUE, SKIN, format == PhotoFormat.JPEG ? JPEG : 1e-6);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, RED, GREEN, BLUE, SKIN", "2, GREEN, RED, SKIN, BLUE", "3, SKIN, BLUE, GREEN, RED",
                "4, BLUE, SKIN, RED, GREEN",
        "5, RED, BLUE, GREEN, SKIN", "6, BLUE, RED, SKIN, GREEN", "7, SKIN, GREEN, BLUE, RED",
                "8, GREEN, SKIN, RED, BLUE",
        "0, RED, GREEN, BLUE, SKIN", "9, RED, GREEN, BLUE, SKIN"
    })
    void exifOrientationIsAppliedAsTheStandardDrawsIt(
            int orientation, String topLeft, String topRight, String bottomLeft, String bottomRight) throws Exception {
        // EXIF says where the stored rows and columns stand: 6 means that row 0 is the right side, column 0 the top.
        byte[] file = TestFiles.withExif(TestFiles.jpeg(quarters(BufferedImage.TYPE_INT_RGB), false), orientation, "");

        try (Photo photo = reader.read(put("a.jpg", file))) {
            assertThat(photo.info().widthPx()).isEqualTo(photo.image().widthPx());
            assertThat(photo.info().heightPx()).isEqualTo(photo.image().heightPx());
            assertThat(photo.image().widthPx()).isEqualTo(orientation >= 5 && orientation <= 8 ? 32 : 64);
            assertQuarters(photo, colour(topLeft), colour(topRight), colour(bottomLeft), colour(bottomRight), JPEG);
        }
    }

    @Test
    void exifSaysWhenAndWithWhatAndTheHashIsOfTheFile() throws Exception {
        byte[] file = TestFiles.withExif(
                TestFiles.jpeg(quarters(BufferedImage.TYPE_INT_RGB), false), 1, "2026:01:10 09:30:05");
        Path path = put("a.jpg", file);

        PhotoInfo info = reader.info(path);

        assertThat(info.capturedAt()).contains(LocalDateTime.of(2026, 1, 10, 9, 30, 5));
        assertThat(reader.capturedAt(path)).isEqualTo(info.capturedAt());
        assertThat(info.camera()).contains("Apple iPhone 8 X");
        assertThat(info.focalLength35Mm()).hasValue(26);
        assertThat(info.notes()).isEmpty();
        assertThat(info.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000:00:00 00:00:00", "    :  :     :  :  ", "2026:02:31 10:00:00", "yesterday"})
    void aClockThatWasNeverSetIsNoTime(String time) throws Exception {
        byte[] file = TestFiles.withExif(TestFiles.jpeg(quarters(BufferedImage.TYPE_INT_RGB), false), 1, time);

        assertThat(reader.info(put("a.jpg", file)).capturedAt()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tiff"})
    void sixteenBitsStaySixteenBits(String format) throws Exception {
        int[] codes = {0, 1, 255, 256, 20_000, 20_001, 65_534, 65_535};
        BufferedImage image = new BufferedImage(codes.length, 1, BufferedImage.TYPE_USHORT_GRAY);
        for (int x = 0; x < codes.length; x++) {
            image.getRaster().setSample(x, 0, 0, codes[x]);
        }

        try (Photo photo = reader.read(put("a." + format, TestFiles.written(image, format)))) {
            assertThat(photo.info().bitsPerChannel()).isEqualTo(16);
            for (int x = 0; x < codes.length; x++) {
                double expected = Srgb.toLinear(codes[x] / 65535.0);
                // Float holds 24 bits; neighbouring codes lie 50 times as far apart.
                assertThat(pixel(photo, x, 0)).containsOnly(new double[] {expected}, within(1e-7));
            }
        }
    }

    @Test
    void greyIsTheSameGreyInAllChannels() throws Exception {
        // ImageIO's own conversion would make 163 of a grey 93.
        BufferedImage grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSamples(0, 0, 16, 16, 0, fill(256, 93));

        for (byte[] file : new byte[][] {TestFiles.jpeg(grey, false), TestFiles.written(grey, "png")}) {
            try (Photo photo = reader.read(put("a", file))) {
                assertThat(pixel(photo, 8, 8))
                        .containsOnly(new double[] {Srgb.toLinear(93 / 255.0)}, within(HALF_A_CODE));
            }
        }
    }

    @Test
    void whatIsTransparentShowsWhiteThroughItInLinearLight() throws Exception {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0xff804020);
        image.setRGB(1, 0, 0x33804020);
        image.setRGB(2, 0, 0x00804020);

        try (Photo photo = reader.read(put("a.png", TestFiles.written(image, "png")))) {
            double red = Srgb.toLinear(0x80 / 255.0);
            assertThat(pixel(photo, 0, 0)[0]).isCloseTo(red, within(1e-6));
            assertThat(pixel(photo, 1, 0)[0]).isCloseTo(0.2 * red + 0.8, within(1e-6));
            assertThat(pixel(photo, 2, 0)).containsOnly(new double[] {1}, within(1e-6));
        }
    }

    @Test
    void aPaletteIsLookedUp() throws Exception {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_INDEXED);
        image.setRGB(3, 4, 0xffcc3300);

        try (Photo photo = reader.read(put("a.png", TestFiles.written(image, "png")))) {
            assertLight(photo, 3, 4, new Color(0xcc3300), 1e-6);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {WEBP_LOSSLESS, WEBP_LOSSY})
    void webpIsReadAndRefusedWhereItIsCutOff(String base64) throws Exception {
        byte[] file = Base64.getDecoder().decode(base64);
        // The lossy one was written at quality 95: three codes.
        double tolerance = base64.equals(WEBP_LOSSLESS) ? 1e-6 : 3.0 / 255 * 2.3;

        try (Photo photo = reader.read(put("a.webp", file))) {
            assertThat(photo.info().format()).isEqualTo(PhotoFormat.WEBP);
            assertQuarters(photo, RED, GREEN, BLUE, SKIN, tolerance);
        }
        assertThat(refusal(put("cut.webp", Arrays.copyOf(file, file.length - 2))))
                .contains("cut off");
    }

    @Test
    void whatIsTransparentInAWebpShowsWhiteThroughIt() throws Exception {
        byte[] file = Base64.getDecoder().decode(WEBP_HALF_TRANSPARENT_BLACK);

        try (Photo photo = reader.read(put("a.webp", file))) {
            assertThat(pixel(photo, 1, 1)).containsOnly(new double[] {1 - 128 / 255.0}, within(1e-6));
        }
    }

    @Test
    void withoutLibheifAHeicIsRefusedWithWhatToInstall() {
        HeifCodec codec = new HeifCodec(LibHeif.find(List.of("no-such-library")));

        assertThatIOException()
                .isThrownBy(() -> codec.header(new byte[100]))
                .withMessageContaining("apt install libheif1")
                .withMessageContaining("brew install libheif");
    }

    @Test
    void whatFollowsTheFirstPictureOfAJpegIsNotRead() throws Exception {
        byte[] first = TestFiles.jpeg(quarters(BufferedImage.TYPE_INT_RGB), false);
        byte[] second = TestFiles.jpeg(new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB), false);

        try (Photo photo = reader.read(put("a.mpo", TestFiles.joined(first, second)))) {
            assertQuarters(photo, RED, GREEN, BLUE, SKIN, JPEG);
        }
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

    /** 64 x 32 px: red, green, blue and skin in its four quarters. */
    private static BufferedImage quarters(int type) {
        BufferedImage image = new BufferedImage(64, 32, type);
        Graphics2D graphics = image.createGraphics();
        Color[] colours = {RED, GREEN, BLUE, SKIN};
        for (int i = 0; i < colours.length; i++) {
            graphics.setColor(colours[i]);
            graphics.fillRect(i % 2 * 32, i / 2 * 16, 32, 16);
        }
        graphics.dispose();
        return image;
    }

    private static Color colour(String name) {
        return switch (name) {
            case "RED" -> RED;
            case "GREEN" -> GREEN;
            case "BLUE" -> BLUE;
            default -> SKIN;
        };
    }

    private static void assertQuarters(
            Photo photo, Color topLeft, Color topRight, Color bottomLeft, Color bottomRight, double tolerance) {
        int left = photo.image().widthPx() / 4;
        int right = 3 * left;
        int top = photo.image().heightPx() / 4;
        int bottom = 3 * top;
        assertLight(photo, left, top, topLeft, tolerance);
        assertLight(photo, right, top, topRight, tolerance);
        assertLight(photo, left, bottom, bottomLeft, tolerance);
        assertLight(photo, right, bottom, bottomRight, tolerance);
    }

    private static void assertLight(Photo photo, int x, int y, Color colour, double tolerance) {
        double[] light = pixel(photo, x, y);
        assertThat(light[0]).isCloseTo(Srgb.toLinear(colour.getRed() / 255.0), within(tolerance));
        assertThat(light[1]).isCloseTo(Srgb.toLinear(colour.getGreen() / 255.0), within(tolerance));
        assertThat(light[2]).isCloseTo(Srgb.toLinear(colour.getBlue() / 255.0), within(tolerance));
    }

    private static double[] pixel(Photo photo, int x, int y) {
        return photo.image().rgb().get(y, x);
    }

    private static int[] fill(int count, int value) {
        int[] values = new int[count];
        Arrays.fill(values, value);
        return values;
    }
}
