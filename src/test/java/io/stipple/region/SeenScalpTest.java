package io.stipple.region;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.opencv.Mask;
import io.stipple.opencv.OpenCv;
import org.junit.jupiter.api.Test;

class SeenScalpTest {
    private final SeenScalp leftHalf = SeenScalp.of(101, 60, 4, (x, y) -> x < 50);

    @Test
    void aPointIsSeenAsItsCellIs() {
        assertThat(leftHalf.at(0, 0)).isTrue();
        assertThat(leftHalf.at(47.4, 59)).isTrue();
        assertThat(leftHalf.at(52.6, 30)).isFalse();
    }

    @Test
    void asPixelsThereIsOneForEachCell() {
        OpenCv.load();
        try (Mask mask = leftHalf.mask()) {
            assertThat(mask.pixels().cols()).isEqualTo(26);
            assertThat(mask.pixels().rows()).isEqualTo(15);
            assertThat(mask.areaPx()).as("13 of 26 columns").isEqualTo(13 * 15);
        }
    }

    @Test
    void nothingIsSeenOutsideTheReferencePhoto() {
        assertThat(leftHalf.at(-0.6, 10)).isFalse();
        assertThat(leftHalf.at(10, -0.6)).isFalse();
        assertThat(leftHalf.at(10, 60)).isFalse();
    }
}
