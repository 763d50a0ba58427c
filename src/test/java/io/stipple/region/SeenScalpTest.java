package io.stipple.region;

import static org.assertj.core.api.Assertions.assertThat;

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
    void nothingIsSeenOutsideTheReferencePhoto() {
        assertThat(leftHalf.at(-0.6, 10)).isFalse();
        assertThat(leftHalf.at(10, -0.6)).isFalse();
        assertThat(leftHalf.at(10, 60)).isFalse();
    }
}
