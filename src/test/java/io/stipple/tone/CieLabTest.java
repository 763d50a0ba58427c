package io.stipple.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.Lab;
import io.stipple.opencv.MatScope;
import io.stipple.opencv.Srgb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

class CieLabTest {
    @Test
    void whiteAndGreysHaveNoColour() {
        for (double grey : new double[] {1, 0.5, 0.18, 0.002, 0}) {
            Lab lab = CieLab.of(grey, grey, grey);
            assertThat(lab.a()).isCloseTo(0, within(1e-12));
            assertThat(lab.b()).isCloseTo(0, within(1e-12));
        }
        assertThat(CieLab.of(1, 1, 1).l()).isCloseTo(100, within(1e-12));
        assertThat(CieLab.of(0, 0, 0).l()).isCloseTo(0, within(1e-12));
    }

    /** Lindbloom's calculator, sRGB to Lab, D65: printed to four decimals. */
    @ParameterizedTest
    @CsvSource({
        "255,0,0, 53.2408,80.0925,67.2032",
        "0,255,0, 87.7347,-86.1827,83.1793",
        "0,0,255, 32.2970,79.1875,-107.8602"
    })
    void primariesAreWhereTheTextbookPutsThem(int r, int g, int b, double l, double a, double bStar) {
        Lab lab = CieLab.of(Srgb.toLinear(r / 255.0), Srgb.toLinear(g / 255.0), Srgb.toLinear(b / 255.0));

        double whiteRounded = 0.01; // the calculator's white is rounded to five digits, ours is the matrix's own
        assertThat(lab.l()).isCloseTo(l, within(whiteRounded));
        assertThat(lab.a()).isCloseTo(a, within(whiteRounded));
        assertThat(lab.b()).isCloseTo(bStar, within(whiteRounded));
    }

    @Test
    void aPictureConvertsLikeItsPixels() {
        float[] lights = {0.4f, 0.25f, 0.15f, 0.003f, 0.002f, 0.001f, 0, 0, 0, 1, 1, 1, 0.9f, -0.001f, 0.2f};
        try (MatScope mats = new MatScope()) {
            Mat linear = mats.own(new Mat(1, lights.length / 3, CvType.CV_32FC3));
            linear.put(0, 0, lights);

            Mat lab = mats.own(CieLab.of(linear));

            float[] values = new float[lights.length];
            lab.get(0, 0, values);
            double floatRounding = 1e-3; // 24 bits times the factor 500 of a*
            for (int i = 0; i < lights.length; i += 3) {
                Lab one = CieLab.of(lights[i], lights[i + 1], lights[i + 2]);
                assertThat(values[i]).isCloseTo((float) one.l(), within((float) floatRounding));
                assertThat(values[i + 1]).isCloseTo((float) one.a(), within((float) floatRounding));
                assertThat(values[i + 2]).isCloseTo((float) one.b(), within((float) floatRounding));
            }
        }
    }

    @Test
    void skinTypesFallIntoChardonsClasses() {
        assertThat(ItaAngle.degrees(new Lab(70, 8, 12))).isGreaterThan(55);
        assertThat(ItaAngle.degrees(new Lab(60, 12, 20))).isCloseTo(26.565, within(1e-3)); // atan(10/20)
        assertThat(ItaAngle.degrees(new Lab(35, 10, 12))).isLessThan(-30);
    }
}
