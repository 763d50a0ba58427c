package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.ScalpFrame;
import io.stipple.opencv.MatScope;
import io.stipple.opencv.OpenCv;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/** Dots of 3 px deviation on 3 × 3 cm, each of which shows 0.6 of what it weighed, unless it has gone. */
class CrowdedSkinTest {
    private static final int SIDE_PX = 300;
    private static final double PX_PER_MM = 10;
    private static final double SIGMA_PX = 3;
    private static final double PEAK = 0.2;
    private static final double SHOWN = 0.6;
    private static final double STAYED = 0.9;
    private static final double WRONG = -0.05; // the skin was taken for darker than it is
    private static final double NOISE = 0.01;
    private static final double CROWD_PX = 5.5; // between dots: no pixel is farther than 1.3 deviations from one
    private static final double APART_PX = 25;

    private final SplittableRandom random = new SplittableRandom(3);

    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    @Test
    void a_crowd_tells_its_growth_and_the_skin_under_it() {
        List<Blob> dots = dots(CROWD_PX);
        ProfileFit fit = photo(dots);

        CrowdedSkin skin = skin(dots, fit);

        // The window holds some 180 dots, of which 10 % ± 2 % have gone: 2 % of the slope, and as much by noise.
        assertThat(middle(skin.ofThoseThat(STAYED))).isCloseTo(SHOWN, within(0.06));
        double before = mean(fit);
        float outside = fit.residual()[SIDE_PX / 2];
        takeOff(skin, fit);
        // What is left is the dots that are there: the error of the slope times their mean.
        double ofDots = SHOWN * STAYED * PEAK * 2 * Math.PI * SIGMA_PX * SIGMA_PX / (CROWD_PX * CROWD_PX);
        assertThat(before).isCloseTo(ofDots + WRONG, within(0.01));
        assertThat(mean(fit)).isCloseTo(ofDots, within(0.012));
        assertThat(fit.residual()[SIDE_PX / 2]).isEqualTo(outside);
    }

    @Test
    void where_bare_skin_shows_between_dots_nothing_is_changed() {
        List<Blob> dots = dots(APART_PX);
        ProfileFit fit = photo(dots);
        float[] before = fit.residual().clone();

        CrowdedSkin skin = skin(dots, fit);
        takeOff(skin, fit);

        assertThat(fit.residual()).containsExactly(before);
        assertThat(middle(skin)).isEqualTo(0.8);
    }

    @Test
    void without_weighed_dots_the_skin_is_as_it_was_taken() {
        List<Blob> dots = dots(CROWD_PX);
        dots.forEach(b -> b.expectedPigment = 0);

        assertThat(skin(dots, photo(dots))).isSameAs(CrowdedSkin.NONE);
        assertThat(middle(CrowdedSkin.NONE.ofThoseThat(STAYED))).isEqualTo(0.8);
    }

    private static CrowdedSkin skin(List<Blob> dots, ProfileFit fit) {
        try (var mats = new MatScope()) {
            return CrowdedSkin.of(dots, fit, scalp(mats));
        }
    }

    private static void takeOff(CrowdedSkin skin, ProfileFit fit) {
        try (var mats = new MatScope()) {
            skin.takeOff(fit, scalp(mats));
        }
    }

    /** All but the first row. */
    private static Mat scalp(MatScope mats) {
        Mat mask = mats.own(new Mat(SIDE_PX, SIDE_PX, CvType.CV_8UC1, new Scalar(255)));
        mats.own(mask.row(0)).setTo(new Scalar(0));
        return mask;
    }

    /** Where those that stand out would say 0.8. */
    private static double middle(CrowdedSkin skin) {
        return skin.growthAt(dot(SIDE_PX / 2.0, SIDE_PX / 2.0), 0.8, 0.7);
    }

    private static double mean(ProfileFit fit) {
        double sum = 0;
        for (int y = 60; y < SIDE_PX - 60; y++) {
            for (int x = 60; x < SIDE_PX - 60; x++) {
                sum += fit.residual()[y * SIDE_PX + x];
            }
        }
        return sum / ((SIDE_PX - 120) * (SIDE_PX - 120));
    }

    private List<Blob> dots(double spacingPx) {
        List<Blob> dots = new ArrayList<>();
        for (double y = 0; y < SIDE_PX; y += spacingPx) {
            for (double x = 0; x < SIDE_PX; x += spacingPx) {
                dots.add(dot(x + random.nextGaussian(), y + random.nextGaussian()));
            }
        }
        return dots;
    }

    private static Blob dot(double x, double y) {
        Blob b = new Blob(ScalpFrame.facing(PX_PER_MM), 0, x, y, SIGMA_PX, 0);
        b.expectedPigment = PEAK / b.peakOf(1);
        return b;
    }

    private ProfileFit photo(List<Blob> dots) {
        float[] pixels = new float[SIDE_PX * SIDE_PX];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) (WRONG + NOISE * random.nextGaussian());
        }
        var painter = new ProfileFit(pixels, SIDE_PX, SIDE_PX, SIGMA_PX);
        for (Blob b : dots) {
            b.peak = random.nextDouble() < STAYED ? -SHOWN * PEAK : 0;
        }
        painter.subtract(dots);
        dots.forEach(b -> b.peak = 0);
        return new ProfileFit(painter.residual(), SIDE_PX, SIDE_PX, SIGMA_PX);
    }
}
