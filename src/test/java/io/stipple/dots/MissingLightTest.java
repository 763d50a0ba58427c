package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.opencv.LinearImage;
import io.stipple.opencv.MatScope;
import io.stipple.opencv.OpenCv;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

class MissingLightTest {
    private static final int SIDE_PX = 241;
    private static final int MIDDLE = SIDE_PX / 2;
    private static final double SKIN_RADIUS_PX = 30;
    private static final double[] SKIN = {0.5, 0.3, 0.22};
    private static final double HALO = 0.07; // optical density of blood in green light
    private static final double HALO_SD_PX = 6;
    private static final DotSettings SETTINGS = DotSettings.defaults();

    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    @Test
    void what_a_red_halo_takes_is_told_from_what_pigment_takes() {
        double blood = atMiddle(0, HALO, false);
        double pigment = atMiddle(0.5, 0, false);

        // All of the halo's share is blood's; pigment, alike in all colours, has none in it.
        assertThat(atMiddle(0, HALO, true)).isCloseTo(blood, within(0.1 * blood));
        assertThat(atMiddle(0.5, 0, true)).isCloseTo(0, within(0.01 * pigment));
        // On a halo a dot weighs as much as beside it, less the light that the halo leaves it.
        double weighed = atMiddle(0.5, HALO, false) - atMiddle(0.5, HALO, true);
        assertThat(weighed).isCloseTo(pigment, within(0.02 * pigment));
    }

    @Test
    void a_photo_without_colour_shows_no_blood() {
        try (var mats = new MatScope();
                LinearImage grey = photo(0.5, HALO, new double[] {0.4, 0.4, 0.4}, new double[] {0.7, 0.7, 0.7})) {
            Mat blood = mats.own(MissingLight.ofBlood(grey, all(), everywhere(mats), SKIN_RADIUS_PX, SETTINGS));

            assertThat(blood.get(MIDDLE / 2, MIDDLE / 2)[0]).isCloseTo(0, within(1e-6));
        }
    }

    private static double atMiddle(double pigment, double halo, boolean ofBlood) {
        try (var mats = new MatScope();
                LinearImage photo = photo(pigment, halo, SKIN, new double[] {SETTINGS.bloodInRed(), 1, 0.8})) {
            Mat mask = everywhere(mats);
            Mat light = mats.own(
                    ofBlood
                            ? MissingLight.ofBlood(photo, all(), mask, SKIN_RADIUS_PX, SETTINGS)
                            : MissingLight.of(photo, all(), mask, SKIN_RADIUS_PX, SETTINGS));
            Mat full = mats.mat();
            Imgproc.resize(light, full, mask.size(), 0, 0, Imgproc.INTER_LINEAR);
            return full.get(MIDDLE, MIDDLE)[0];
        }
    }

    private static Rect all() {
        return new Rect(0, 0, SIDE_PX, SIDE_PX);
    }

    private static Mat everywhere(MatScope mats) {
        return mats.own(new Mat(SIDE_PX, SIDE_PX, CvType.CV_8U, new Scalar(255)));
    }

    /** Skin with one soft dot in its middle, 5 px wide, alike in all colours, on a halo of blood. */
    private static LinearImage photo(double pigment, double halo, double[] skin, double[] bloodTakes) {
        float[] rgb = new float[3 * SIDE_PX * SIDE_PX];
        for (int i = 0; i < SIDE_PX * SIDE_PX; i++) {
            double square = Math.pow(i % SIDE_PX - MIDDLE, 2) + Math.pow(i / SIDE_PX - MIDDLE, 2);
            double dot = pigment * Math.exp(-square / (2 * 2.5 * 2.5));
            double blood = halo * Math.exp(-square / (2 * HALO_SD_PX * HALO_SD_PX));
            for (int channel = 0; channel < 3; channel++) {
                rgb[3 * i + channel] = (float) (skin[channel] * Math.exp(-dot - bloodTakes[channel] * blood));
            }
        }
        Mat picture = new Mat(SIDE_PX, SIDE_PX, CvType.CV_32FC3);
        picture.put(0, 0, rgb);
        return new LinearImage(picture);
    }
}
