package io.stipple.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stipple.opencv.MatScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Core;
import org.opencv.core.Mat;

/**
 * A shared collection of real, odd and harmful picture files that is no part of this repository: each is decoded or
 * refused with a reason. Skipped where the collection is not there.
 */
class PhotoCorpusTest {
    private final PhotoReader reader = new PhotoReader(PhotoSettings.defaults());

    @TestFactory
    Stream<DynamicTest> everyFileIsReadOrRefusedWithAReason() throws IOException {
        return pictures().stream()
                .map(file -> DynamicTest.dynamicTest(
                        corpus().relativize(file).toString(),
                        () -> assertThatCode(() -> readOrRefuse(file)).doesNotThrowAnyException()));
    }

    private void readOrRefuse(Path file) {
        try (Photo photo = reader.read(file)) {
            assertThat(photo.image().widthPx()).isEqualTo(photo.info().widthPx());
            assertThat(photo.image().heightPx()).isEqualTo(photo.info().heightPx());
        } catch (UnreadablePhotoException e) {
            assertThat(e.reason()).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Landscape", "Portrait"})
    void theSamePictureInAllEightOrientationsStandsUpright(String picture) throws Exception {
        Path folder = corpus().resolve("exif_orientation");
        try (Photo upright = reader.read(folder.resolve(picture + "_1.jpg"))) {
            for (int orientation = 2; orientation <= 8; orientation++) {
                try (Photo other = reader.read(folder.resolve(picture + "_" + orientation + ".jpg"));
                        MatScope mats = new MatScope()) {
                    assertThat(other.image().rgb().size())
                            .isEqualTo(upright.image().rgb().size());
                    Mat difference = mats.mat();
                    Core.absdiff(upright.image().rgb(), other.image().rgb(), difference);
                    // Each was compressed anew, and a number in it says which it is: 3 codes of 255 on average.
                    assertThat(Core.mean(difference).val[0])
                            .as("orientation %s", orientation)
                            .isLessThan(0.012);
                }
            }
        }
    }

    @Test
    void phonePhotosAreReadWithTheirFacts() throws Exception {
        PhotoInfo jpeg = reader.info(corpus().resolve("phone_jpeg/Apple iPhone 6.jpg"));
        assertThat(jpeg.camera()).contains("Apple iPhone 6");
        assertThat(jpeg.capturedAt()).hasToString("Optional[2014-09-16T14:05:12]");
        assertThat(jpeg.focalLength35Mm()).hasValue(29);
        assertThat(List.of(jpeg.widthPx(), jpeg.heightPx())).containsExactly(3264, 2448);
    }

    @Test
    void heicIsTurnedOnceAndColourManaged() throws Exception {
        assumeTrue(LibHeif.find(LibHeif.NAMES).isPresent(), "libheif is not installed");
        try (Photo sign = reader.read(corpus().resolve("phone_heic/IMG_2927.HEIC"))) {
            assertThat(sign.info().colourProfile()).isEqualTo("Display P3");
            assertThat(List.of(sign.image().widthPx(), sign.image().heightPx())).containsExactly(3024, 4032);
        }
        assertThatExceptionOfType(UnreadablePhotoException.class)
                .isThrownBy(() -> reader.read(corpus().resolve("phone_heic/200MP.heic")))
                .withMessageStartingWith("the photo has 200 megapixels (12240 x 16320 px), more than the 120");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pillow/truncated_jpeg.jpg",
                "pillow/truncated_image.png",
                "pillow/truncated_end_chunk.png",
                "pillow/broken.png",
                "pillow/broken_data_stream.png",
                "pillow/hopper_bad_exif.jpg",
                "pillow/decompression_bomb.gif",
                "png16_and_broken/xcsn0g01.png",
                "png16_and_broken/xhdn0g08.png",
                "heif_edge/heif_truncated/truncated.heic",
                "heif_edge/heif_corrupted/corrupted.heic",
                "heif_edge/heif_corrupted/empty.heic"
            })
    void brokenFilesAreRefused(String file) {
        Path path = corpus().resolve(file);
        assertThatExceptionOfType(UnreadablePhotoException.class).isThrownBy(() -> reader.read(path));
    }

    @Test
    void brokenExifCostsNoPhoto() throws Exception {
        for (String file : List.of("invalid-exif.jpg", "exif_typeerror.jpg", "broken_exif_dpi.jpg", "sugarshack.mpo")) {
            try (Photo photo = reader.read(corpus().resolve("pillow").resolve(file))) {
                assertThat(photo.image().widthPx()).isPositive();
            }
        }
    }

    private static List<Path> pictures() throws IOException {
        try (Stream<Path> files = Files.walk(corpus())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().toLowerCase(Locale.ROOT).endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    /** {@code shared/data/photos} beside this checkout or beside one of the folders above it. */
    private static Path corpus() {
        Optional<Path> found = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/data/photos"))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(found.isPresent(), "there is no folder shared/data/photos beside this checkout");
        return found.orElseThrow();
    }
}
