package io.stipple.opencv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;

class MaskTest {
    static {
        OpenCv.load();
    }

    @Test
    void whatIsLeftAfterTakingAnotherAwayIsInTheFirstOnly() {
        try (Mask wide = block(new Rect(2, 2, 6, 4));
                Mask narrow = block(new Rect(4, 0, 2, 10));
                Mask rest = wide.minus(narrow)) {
            assertThat(rest.areaPx()).isEqualTo(6 * 4 - 2 * 4);
            assertThat(rest.contains(3, 3)).isTrue();
            assertThat(rest.contains(4, 3)).isFalse();
            assertThat(rest.contains(4, 0)).isFalse();
        }
    }

    @Test
    void aPointBelongsToThePixelWhoseCentreIsNearest() {
        try (Mask block = block(new Rect(2, 2, 1, 1))) {
            assertThat(block.contains(2.4, 1.6)).isTrue();
            assertThat(block.contains(2.6, 2)).isFalse();
            assertThat(block.contains(-1, 2)).isFalse();
            assertThat(block.contains(2, 10)).isFalse();
        }
    }

    private static Mask block(Rect where) {
        Mat pixels = new Mat(10, 12, CvType.CV_8UC1, Scalar.all(0));
        Mat part = pixels.submat(where);
        part.setTo(Scalar.all(255));
        part.release();
        return new Mask(pixels);
    }
}
