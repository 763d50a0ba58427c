package io.stipple.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

class SrgbTest {
    @Test
    void everyEightBitCodeSurvivesTheWayToLinearLightAndBack() {
        float[] light = Srgb.linearOf8Bit();
        try (MatScope mats = new MatScope()) {
            Mat linear = mats.own(new Mat(1, 256, CvType.CV_32FC1));
            linear.put(0, 0, light);

            Mat coded = mats.own(Srgb.toCoded8(linear));

            byte[] codes = new byte[256];
            coded.get(0, 0, codes);
            for (int code = 0; code < 256; code++) {
                assertThat(codes[code] & 0xff).isEqualTo(code);
            }
        }
    }

    @Test
    void middleGreyIsTwentyOnePercentLight() {
        // IEC 61966-2-1: code 128 of 255 is 0.2158 of white.
        assertThat(Srgb.toLinear(128 / 255.0)).isCloseTo(0.21586, within(1e-5));
        assertThat(Srgb.toCoded(0.21586)).isCloseTo(128 / 255.0, within(1e-5));
    }

    @Test
    void lightOutsideTheRangeIsClipped() {
        try (MatScope mats = new MatScope()) {
            Mat linear = mats.own(new Mat(1, 2, CvType.CV_32FC3));
            linear.put(0, 0, new float[] {-0.1f, 0f, 1.2f, 1f, 0.5f, -3f});

            Mat coded = mats.own(Srgb.toCoded8(linear));

            byte[] codes = new byte[6];
            coded.get(0, 0, codes);
            assertThat(codes).containsExactly((byte) 0, (byte) 0, (byte) 255, (byte) 255, (byte) 188, (byte) 0);
        }
    }
}
