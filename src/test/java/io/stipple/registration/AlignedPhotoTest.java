package io.stipple.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.PixelMap;
import io.stipple.model.PointPx;
import io.stipple.model.ShiftedMap;
import io.stipple.opencv.LinearImage;
import io.stipple.opencv.Mask;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

class AlignedPhotoTest {
    private static final int SIDE = 400;

    @Test
    void aBrighterPhotoComesOutInTheReferencesLight() {
        try (SyntheticSkin skin = SyntheticSkin.of(4, SIDE, 100);
                SyntheticSkin.Shot reference = skin.reference();
                SyntheticSkin.Shot brighter = skin.shot(PointPx::new, 1.6, 9);
                RegistrationFrame frame = reference.frame();
                LinearImage laid = AlignedPhoto.lay(brighter.photo(), PixelMap.identity(), frame, 200)) {
            assertThat(laid.widthPx()).isEqualTo(200);
            assertThat(laid.heightPx()).isEqualTo(200);
            double[] expected = mean(reference.photo(), 150, 250);
            double[] found = mean(laid, 75, 125);
            for (int channel = 0; channel < 3; channel++) {
                // Both means run over the same 100 x 100 px of skin with 1 % noise; resampling moves them by far less.
                assertThat(found[channel]).isCloseTo(expected[channel], within(0.02 * expected[channel]));
            }
        }
    }

    @Test
    void theReferenceLaidOnItselfStaysAsItIs() {
        try (SyntheticSkin skin = SyntheticSkin.of(4, SIDE, 100);
                SyntheticSkin.Shot reference = skin.reference();
                RegistrationFrame frame = reference.frame();
                LinearImage laid = AlignedPhoto.lay(reference.photo(), PixelMap.identity(), frame, SIDE)) {
            double expected = reference.photo().rgb().get(190, 210)[1];
            // Not enlarged or reduced, gain near 1: each pixel is its own.
            assertThat(laid.rgb().get(190, 210)[1]).isCloseTo(expected, within(0.01 * expected));
        }
    }

    @Test
    void aMaskIsLaidWhereItsPhotoIs() {
        try (SyntheticSkin skin = SyntheticSkin.of(4, SIDE, 100);
                SyntheticSkin.Shot reference = skin.reference();
                RegistrationFrame frame = reference.frame();
                Mask left = leftOf(200);
                // The photo shows each point of the reference 40 px further left.
                Mask laid = AlignedPhoto.lay(left, ShiftedMap.by(-40, 0), frame, 100)) {
            assertThat(laid.pixels().cols()).isEqualTo(100);
            assertThat(laid.contains(58, 50)).as("232 px, seen at 192").isTrue();
            assertThat(laid.contains(62, 50)).as("248 px, seen at 208").isFalse();
            assertThat(laid.contains(2, 50)).as("not in the photo").isFalse();
        }
    }

    private static Mask leftOf(int xPx) {
        Mat pixels = new Mat(SIDE, SIDE, CvType.CV_8UC1, Scalar.all(0));
        Mat left = pixels.colRange(0, xPx);
        left.setTo(Scalar.all(255));
        left.release();
        return new Mask(pixels);
    }

    private static double[] mean(LinearImage photo, int from, int to) {
        double[] sum = new double[3];
        for (int y = from; y < to; y++) {
            for (int x = from; x < to; x++) {
                double[] rgb = photo.rgb().get(y, x);
                for (int channel = 0; channel < 3; channel++) {
                    sum[channel] += rgb[channel] / ((to - from) * (double) (to - from));
                }
            }
        }
        return sum;
    }
}
