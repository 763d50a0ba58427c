package io.stipple.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.ToneFigures;
import io.stipple.model.ToneTie;
import io.stipple.opencv.LinearImage;
import io.stipple.opencv.Mask;
import io.stipple.opencv.OpenCv;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/** A patch of painted skin whose colour is known before hair, moles, dots and light are put on it. */
class ToneMeterTest {
    private static final int SIDE = 700;
    private static final LinearRgb SKIN = new LinearRgb(0.42, 0.24, 0.16);
    private static final Scalar HAIR = new Scalar(0.03, 0.025, 0.02);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    @BeforeAll
    static void load() {
        OpenCv.load();
    }

    @AfterEach
    void close() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    @Test
    void stubbleAndMolesDoNotDarkenTheSkin() {
        Mat rgb = skin(1);
        strewHair(rgb, 4000, 2);
        Imgproc.circle(rgb, new Point(200, 200), 20, new Scalar(0.12, 0.06, 0.04), -1);
        Imgproc.circle(rgb, new Point(500, 420), 14, new Scalar(0.10, 0.05, 0.03), -1);

        RegionTone tone = ToneMeter.measure(photo(rgb), all(), null, null);

        // The eye begins to see a difference at 1; the hair itself moves the mean by 4 L*.
        assertThat(CieDe2000.difference(tone.skin(), CieLab.of(SKIN))).isLessThan(0.7);
        assertThat(tone.tone().l()).isLessThan(tone.skin().l() - 3);
    }

    @Test
    void aMeanIsTakenInLinearLight() {
        Mat rgb = new Mat(SIDE, SIDE, CvType.CV_32FC3, new Scalar(0.6, 0.6, 0.6));
        Imgproc.rectangle(rgb, new Rect(0, 0, SIDE / 2, SIDE), new Scalar(0.2, 0.2, 0.2), -1);

        RegionTone tone = ToneMeter.measure(photo(rgb), all(), null, null);

        double halfAPixelColumn = 0.02;
        assertThat(tone.tone().l()).isCloseTo(CieLab.of(0.4, 0.4, 0.4).l(), within(halfAPixelColumn));
    }

    @Test
    void glossAndDotsAreLeftOutWhereTheMasksSaySo() {
        Mat rgb = skin(3);
        Rect gloss = new Rect(250, 225, 200, 250);
        Imgproc.rectangle(rgb, gloss, new Scalar(0.95, 0.95, 0.95), -1);
        Mask exclude = none();
        Imgproc.rectangle(exclude.pixels(), gloss, Scalar.all(255), -1);
        Mask dots = none();
        for (int y = 8; y < SIDE; y += 24) {
            for (int x = 8; x < SIDE; x += 24) {
                Imgproc.circle(rgb, new Point(x, y), 5, new Scalar(0.21, 0.12, 0.08), -1);
                Imgproc.circle(dots.pixels(), new Point(x, y), 5, Scalar.all(255), -1);
            }
        }

        RegionTone tone = ToneMeter.measure(photo(rgb), all(), exclude, dots);

        assertThat(CieDe2000.difference(tone.skin(), CieLab.of(SKIN))).isLessThan(0.3);
        // Discs of 81 px in 24 x 24 px take half the light from 14 % of the skin.
        double left = 1 - 0.5 * 81 / (24 * 24);
        assertThat(tone.toneLight().r()).isCloseTo(left * SKIN.r(), within(0.01 * SKIN.r()));
        double contrast = ToneMeter.figures(tone, null, null, null).regionContrast();
        assertThat(contrast).isCloseTo(1 - left, within(0.01));
        assertThat(tone.regionPx()).isCloseTo(SIDE * SIDE - 200 * 250, within(SIDE * SIDE / 100));
    }

    @Test
    void whiteBalanceAndExposureAreTiedByTheReference() {
        LinearRgb light = new LinearRgb(0.8 * 1.06, 0.8, 0.8 * 0.93);
        RegionTone before = ToneMeter.measure(photo(skin(4)), all(), null, null);
        RegionTone referenceBefore = ToneMeter.measure(photo(skin(5)), all(), null, null);
        Mat treated = skin(6);
        Core.multiply(treated, Scalar.all(0.9), treated);
        RegionTone now = ToneMeter.measure(photo(under(light, treated)), all(), null, null);
        RegionTone referenceNow = ToneMeter.measure(photo(under(light, skin(7))), all(), null, null);

        ToneFigures figures = ToneMeter.figures(now, before, referenceNow, referenceBefore);

        LinearRgb darker = new LinearRgb(0.9 * SKIN.r(), 0.9 * SKIN.g(), 0.9 * SKIN.b());
        double truth = CieDe2000.difference(CieLab.of(darker), CieLab.of(SKIN));
        assertThat(figures.deltaE00Before()).isCloseTo(truth, within(0.05));
        assertThat(figures.erythema())
                .isCloseTo(now.skin().a() - referenceNow.skin().a(), within(1e-9));
        assertThat(figures.tie()).isEqualTo(ToneTie.REFERENCE);
        // Untied, the change of light alone would be several times the change of skin.
        assertThat(CieDe2000.difference(now.tone(), before.tone())).isGreaterThan(2 * truth);
    }

    @Test
    void withoutReferenceRednessIsUnknownAndTheSkinBetweenDotsTies() {
        RegionTone before = ToneMeter.measure(photo(skin(8)), all(), null, null);
        RegionTone now = ToneMeter.measure(photo(under(new LinearRgb(1.2, 1.1, 1.3), skin(9))), all(), null, null);

        ToneFigures figures = ToneMeter.figures(now, before, null, null);

        assertThat(figures.erythema()).isNull();
        assertThat(figures.deltaE00Before()).isCloseTo(0, within(0.05));
        assertThat(figures.tie()).isEqualTo(ToneTie.OWN_SKIN);
        ToneFigures alone = ToneMeter.figures(before, null, null, null);
        assertThat(alone.deltaE00Before()).isNull();
        assertThat(alone.tie()).isNull();
    }

    @Test
    void tooLittleSkinHasNoColour() {
        Mask region = none();
        Imgproc.rectangle(region.pixels(), new Rect(5, 5, 12, 12), Scalar.all(255), -1);

        assertThatThrownBy(() -> ToneMeter.measure(photo(skin(10)), region, null, null))
                .isInstanceOf(TooLittleSkinException.class)
                .hasMessageContaining("fewer than the 200 px");
    }

    /** Skin with a shading of 1 : 1.6 around a mean of 1, and noise of 3 % per channel. */
    private static Mat skin(int seed) {
        Random random = new Random(seed);
        float[] values = new float[SIDE * SIDE * 3];
        for (int y = 0; y < SIDE; y++) {
            double shade = 1 + 0.23 * Math.sin(Math.PI * (y - SIDE / 2.0) / SIDE);
            for (int x = 0; x < SIDE; x++) {
                int at = 3 * (y * SIDE + x);
                values[at] = (float) (SKIN.r() * shade * (1 + 0.03 * random.nextGaussian()));
                values[at + 1] = (float) (SKIN.g() * shade * (1 + 0.03 * random.nextGaussian()));
                values[at + 2] = (float) (SKIN.b() * shade * (1 + 0.03 * random.nextGaussian()));
            }
        }
        Mat rgb = new Mat(SIDE, SIDE, CvType.CV_32FC3);
        rgb.put(0, 0, values);
        return rgb;
    }

    private static void strewHair(Mat rgb, int hairs, int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < hairs; i++) {
            Point root = new Point(random.nextInt(SIDE), random.nextInt(SIDE));
            Point tip = new Point(root.x + random.nextInt(13) - 6, root.y + random.nextInt(13) - 6);
            Imgproc.line(rgb, root, tip, HAIR, 2);
        }
    }

    private static Mat under(LinearRgb light, Mat rgb) {
        Core.multiply(rgb, new Scalar(light.r(), light.g(), light.b()), rgb);
        return rgb;
    }

    private LinearImage photo(Mat rgb) {
        LinearImage image = new LinearImage(rgb);
        open.push(image);
        return image;
    }

    private Mask all() {
        return mask(255);
    }

    private Mask none() {
        return mask(0);
    }

    private Mask mask(int value) {
        Mask mask = new Mask(new Mat(SIDE, SIDE, CvType.CV_8UC1, Scalar.all(value)));
        open.push(mask);
        return mask;
    }
}
