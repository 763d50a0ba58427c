package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.stipple.model.PixelMap;
import io.stipple.model.PointPx;
import io.stipple.model.ShiftedMap;
import io.stipple.opencv.MatScope;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

class SkinSubtractionTest {
    private static final int SIDE_PX = 400;
    private static final double RADIUS_PX = 50;
    private static final double TEXTURE = 0.04; // standard deviation, share of light
    private static final double GRAIN = 0.005;
    private static final double DOT_PEAK = 0.3;
    private static final double DOT_SD_PX = 2.5;
    private static final int DOT_STEP_PX = 25;

    @Test
    void the_skin_goes_and_the_dots_stay_although_light_focus_and_place_differ() {
        try (var mats = new MatScope()) {
            Mat skin = texture(1, mats);
            Mat before = grainy(skin, 2, mats);
            Mat seen = mats.mat();
            Imgproc.GaussianBlur(skin, seen, new Size(0, 0), 0.7);
            Core.multiply(seen, new Scalar(0.8), seen);
            // Off by 0.2 px to the right, as registration leaves it.
            Imgproc.warpAffine(
                    seen,
                    seen,
                    shift(0.2, mats),
                    seen.size(),
                    Imgproc.INTER_CUBIC,
                    Core.BORDER_REPLICATE,
                    Scalar.all(0));
            Mat photo = grainy(withDots(seen, mats), 3, mats);

            Mat left = mats.own(SkinSubtraction.of(photo, before, everywhere(mats), RADIUS_PX));

            // Grain of both photos stays, at most 1.5 times the one; the texture was eight times as strong.
            assertThat(betweenDots(photo)).isGreaterThan(0.7 * TEXTURE);
            assertThat(betweenDots(left)).isLessThan(2 * GRAIN);
            // 196 dots, each a sum over some 80 pixels of that grain: 0.1 %, and what the weights leave, 2 %.
            assertThat(meanPeak(left)).isCloseTo(DOT_PEAK, offset(0.02 * DOT_PEAK));
        }
    }

    @Test
    void a_skin_that_has_become_another_is_left_alone() {
        try (var mats = new MatScope()) {
            Mat before = grainy(texture(1, mats), 2, mats);
            Mat photo = grainy(withDots(texture(4, mats), mats), 3, mats);

            Mat left = mats.own(SkinSubtraction.of(photo, before, everywhere(mats), RADIUS_PX));

            // By chance alone five weights explain a few per cent of some 800 independent bits of texture each.
            assertThat(betweenDots(left)).isCloseTo(betweenDots(photo), offset(0.05 * TEXTURE));
            assertThat(meanPeak(left)).isCloseTo(meanPeak(photo), offset(0.02 * DOT_PEAK));
        }
    }

    @Test
    void nothing_is_taken_where_the_untreated_photo_shows_nothing() {
        try (var mats = new MatScope()) {
            Mat photo = grainy(withDots(texture(1, mats), mats), 3, mats);
            Mat unknown = mats.own(Mat.zeros(photo.size(), CvType.CV_32F));

            Mat left = mats.own(SkinSubtraction.of(photo, unknown, everywhere(mats), RADIUS_PX));

            Mat change = mats.mat();
            Core.absdiff(left, photo, change);
            assertThat(Core.minMaxLoc(change).maxVal).isLessThan(1e-6); // single precision
        }
    }

    @Test
    void untreated_skin_is_seen_where_the_map_lays_it() {
        try (var mats = new MatScope()) {
            Mat skin = texture(1, mats);
            Mat kept = mats.mat();
            skin.submat(new Rect(40, 30, 300, 300)).copyTo(kept);
            UntreatedSkin untreated = new UntreatedSkin(
                    kept, new Rect(40, 30, 300, 300), List.of(new PointPx(100, 120)), PixelMap.identity());
            UntreatedSkin.Seen seen = untreated.seenThrough(ShiftedMap.by(3.25, -1.5));

            Mat laid = mats.own(seen.in(new Rect(100, 100, 200, 180)));

            Mat expected = mats.mat();
            Imgproc.warpAffine(
                    skin, expected, shift(3.25, -1.5, mats), skin.size(), Imgproc.INTER_CUBIC, Core.BORDER_REPLICATE);
            Mat difference = mats.mat();
            Core.absdiff(laid, expected.submat(new Rect(100, 100, 200, 180)), difference);
            // OpenCV interpolates in steps of 1/32 px: a slope of 0.03 a pixel gives 0.001.
            assertThat(Core.minMaxLoc(difference).maxVal).isLessThan(0.002);
            assertThat(seen.hairWithin(new PointPx(103.25, 118.5), 0.5)).isTrue();
            assertThat(seen.hairWithin(new PointPx(110, 118.5), 5)).isFalse();
        }
    }

    private static Mat shift(double dx, MatScope mats) {
        return shift(dx, 0, mats);
    }

    private static Mat shift(double dx, double dy, MatScope mats) {
        Mat shift = mats.own(new Mat(2, 3, CvType.CV_64F));
        shift.put(0, 0, 1, 0, dx, 0, 1, dy);
        return shift;
    }

    /** Smooth noise of pores' size. */
    private static Mat texture(long seed, MatScope mats) {
        Mat noise = noise(seed, mats);
        double sigma = 2;
        Imgproc.GaussianBlur(noise, noise, new Size(0, 0), sigma);
        // White noise of variance 1 keeps 1 / (4π σ²) of it.
        Core.multiply(noise, new Scalar(TEXTURE * sigma * Math.sqrt(4 * Math.PI)), noise);
        return noise;
    }

    private static Mat grainy(Mat picture, long seed, MatScope mats) {
        Mat grain = noise(seed, mats);
        Core.scaleAdd(grain, GRAIN, picture, grain);
        return grain;
    }

    private static Mat noise(long seed, MatScope mats) {
        var random = new SplittableRandom(seed);
        float[] values = new float[SIDE_PX * SIDE_PX];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        Mat mat = mats.own(new Mat(SIDE_PX, SIDE_PX, CvType.CV_32F));
        mat.put(0, 0, values);
        return mat;
    }

    /** Light missing over the skin once dots lie in it: what passes is multiplied. */
    private static Mat withDots(Mat skin, MatScope mats) {
        float[] values = new float[SIDE_PX * SIDE_PX];
        skin.get(0, 0, values);
        for (int i = 0; i < values.length; i++) {
            double dot = DOT_PEAK * Math.exp(-squaredFromDot(i) / (2 * DOT_SD_PX * DOT_SD_PX));
            values[i] = (float) (1 - (1 - values[i]) * (1 - dot));
        }
        Mat mat = mats.own(new Mat(SIDE_PX, SIDE_PX, CvType.CV_32F));
        mat.put(0, 0, values);
        return mat;
    }

    private static double squaredFromDot(int pixel) {
        double dx = Math.floorMod(pixel % SIDE_PX, DOT_STEP_PX) - DOT_STEP_PX / 2;
        double dy = Math.floorMod(pixel / SIDE_PX, DOT_STEP_PX) - DOT_STEP_PX / 2;
        return dx * dx + dy * dy;
    }

    private static Mat everywhere(MatScope mats) {
        return mats.mat(new Size(SIDE_PX, SIDE_PX), CvType.CV_8U, new Scalar(255));
    }

    /** Root mean square farther than four deviations from every dot, a margin left out. */
    private static double betweenDots(Mat picture) {
        float[] values = DotFinder.pixelsOf(picture);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (inside(i) && squaredFromDot(i) > 16 * DOT_SD_PX * DOT_SD_PX) {
                sum += values[i] * values[i];
                count++;
            }
        }
        return Math.sqrt(sum / count);
    }

    /** Mean over the dots of the peak that a fit of their known profile gives. */
    private static double meanPeak(Mat picture) {
        float[] values = DotFinder.pixelsOf(picture);
        double light = 0;
        double norm = 0;
        for (int i = 0; i < values.length; i++) {
            if (inside(i)) {
                double profile = Math.exp(-squaredFromDot(i) / (2 * DOT_SD_PX * DOT_SD_PX));
                light += profile * values[i];
                norm += profile * profile;
            }
        }
        return light / norm;
    }

    private static boolean inside(int pixel) {
        int x = pixel % SIDE_PX;
        int y = pixel / SIDE_PX;
        return Math.min(x, y) >= DOT_STEP_PX && Math.max(x, y) < SIDE_PX - DOT_STEP_PX;
    }
}
