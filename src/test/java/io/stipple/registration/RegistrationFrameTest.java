package io.stipple.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stipple.opencv.Mask;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

class RegistrationFrameTest {
    @Test
    void aPhotoOfFourTimesThePixelsHoldsNoMoreMemory() {
        // Heads of 1000 and 2000 px are both beyond the finest working scale of 900 px.
        long small = bytesAt(1650);
        long large = bytesAt(3300);

        // Features vary with the noise that is left after reduction; 15 % allows for that, 300 % would be the photo's.
        assertThat(large).isLessThan(Math.round(1.15 * small));
        assertThat(large).isLessThan(40_000_000L);
    }

    private static long bytesAt(int side) {
        try (SyntheticSkin skin = SyntheticSkin.of(5, side, 300);
                SyntheticSkin.Shot shot = skin.reference();
                RegistrationFrame frame = shot.frame()) {
            return frame.bytes();
        }
    }

    @Test
    void dotsAreTakenOutOfTheSkinAndKeptAsSpots() {
        try (SyntheticSkin skin = SyntheticSkin.of(6, 720, 900);
                SyntheticSkin.Shot shot = skin.reference();
                Textures textures =
                        new TextureExtraction(RegistrationSettings.defaults()).of(shot.photo(), shot.head())) {
            double[] skinRange = extremes(textures.skin());
            double[] spotRange = extremes(textures.spots());
            // A dot is 0.5 in optical density over texture of about 0.07: deeper than 4 sigma, so its root exceeds 2.
            assertThat(spotRange[1]).isGreaterThan(2);
            assertThat(skinRange[0]).isGreaterThanOrEqualTo(-4);
            assertThat(skinRange[1]).isLessThanOrEqualTo(4);
        }
    }

    private static double[] extremes(Mat mat) {
        var range = org.opencv.core.Core.minMaxLoc(mat);
        return new double[] {range.minVal, range.maxVal};
    }

    @Test
    void aMaskOfAnotherSizeIsRefused() {
        try (SyntheticSkin skin = SyntheticSkin.of(5, 300, 0);
                SyntheticSkin.Shot shot = skin.reference();
                Mask other = new Mask(Mat.ones(10, 10, CvType.CV_8UC1))) {
            assertThatThrownBy(() -> RegistrationFrame.prepare(shot.photo(), other, RegistrationSettings.defaults()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("10 x 10");
        }
    }
}
