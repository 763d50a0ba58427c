package io.stipple.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.stipple.opencv.LinearImage;
import io.stipple.opencv.Mask;
import io.stipple.opencv.MatScope;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

class SharpnessTest {
    private static final int SIDE = 640;
    private static final int OVERSAMPLING = 4;
    /** A pixel's own square, which the estimate counts as blur, adds 1/12 px². */
    private static final double PIXEL_VARIANCE = 1 / 12.0;

    /** Hairs are drawn 1 px wide. */
    private static final double HAIR_VARIANCE = 1 / 12.0;

    @ParameterizedTest
    @CsvSource({
        "HAIRS, 0.7", "HAIRS, 1.0", "HAIRS, 1.5", "HAIRS, 2.0",
        "EDGES, 0.7", "EDGES, 1.0", "EDGES, 1.5", "EDGES, 2.0"
    })
    void theBlurOfSharpStructuresIsFoundWhateverTheirShape(Structure structure, double sigma) {
        // A quarter: peaks fall between pixels, neighbours overlap, noise makes up a part of the weakest gradients.
        double own = structure == Structure.HAIRS ? HAIR_VARIANCE : 0;
        double expected = Math.sqrt(sigma * sigma + PIXEL_VARIANCE + own);
        assertThat(estimate(structure, sigma, 0.004)).isCloseTo(expected, within(0.25 * expected));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.002, 0.004, 0.006})
    void noiseChangesTheEstimateLittle(double noise) {
        // A quarter as above; the hairs stand 10 to 20 times above the strongest of these noises.
        double expected = Math.sqrt(1.2 * 1.2 + PIXEL_VARIANCE + HAIR_VARIANCE);
        assertThat(estimate(Structure.HAIRS, 1.2, noise)).isCloseTo(expected, within(0.25 * expected));
    }

    @Test
    void aSofterPhotoOfTheSameDotsIsCalledSofter() {
        // Dots 4 px across are no edges: their own breadth counts as blur, and still the order must be right.
        double last = 0;
        for (double sigma : new double[] {0.6, 0.9, 1.3, 1.8}) {
            double estimate = estimate(Structure.DISCS, sigma, 0.004);
            assertThat(estimate).isGreaterThan(last);
            last = estimate;
        }
    }

    @Test
    void whereNothingIsSharpNothingIsClaimed() {
        try (LinearImage flat = picture(Structure.NOTHING, 1, 0.01);
                Mask head = wholePicture()) {
            assertThat(Sharpness.blurSigmaPx(flat, head)).isNaN();
        }
    }

    @Test
    void onlyTheHeadIsLookedAt() {
        try (MatScope mats = new MatScope();
                LinearImage sharp = picture(Structure.DISCS, 0.8, 0.004);
                LinearImage soft = picture(Structure.DISCS, 2.5, 0.004)) {
            Mat both = new Mat();
            Core.hconcat(List.of(sharp.rgb(), soft.rgb()), both);
            Mat right = mats.mat(both.size(), CvType.CV_8UC1, Scalar.all(0));
            right.colRange(SIDE, 2 * SIDE).setTo(Scalar.all(255));
            try (LinearImage photo = new LinearImage(both);
                    Mask head = new Mask(right.clone())) {
                assertThat(Sharpness.blurSigmaPx(photo, head)).isGreaterThan(2);
            }
        }
    }

    @Test
    void aMaskOfAnotherSizeIsRefused() {
        try (LinearImage photo = picture(Structure.DISCS, 1, 0);
                MatScope mats = new MatScope();
                Mask small = new Mask(mats.keep(mats.mat(new Size(10, 10), CvType.CV_8UC1, Scalar.all(255))))) {
            assertThatIllegalArgumentException().isThrownBy(() -> Sharpness.blurSigmaPx(photo, small));
        }
    }

    private enum Structure {
        DISCS,
        HAIRS,
        EDGES,
        NOTHING
    }

    private static double estimate(Structure structure, double sigma, double noise) {
        try (LinearImage photo = picture(structure, sigma, noise);
                Mask head = wholePicture()) {
            return Sharpness.blurSigmaPx(photo, head);
        }
    }

    private static Mask wholePicture() {
        try (MatScope mats = new MatScope()) {
            return new Mask(mats.keep(mats.mat(new Size(SIDE, SIDE), CvType.CV_8UC1, Scalar.all(255))));
        }
    }

    /** Skin of light 0.4 with hard-edged darker structures, blurred by a Gaussian of {@code sigma}, then noisy. */
    private static LinearImage picture(Structure structure, double sigma, double noise) {
        try (MatScope mats = new MatScope()) {
            int side = SIDE * OVERSAMPLING;
            Mat fine = mats.mat(new Size(side, side), CvType.CV_32FC1, Scalar.all(0.4));
            Random random = new Random(7);
            int count = switch (structure) {
                case DISCS -> 1200;
                case HAIRS -> 500;
                case EDGES -> 12;
                case NOTHING -> 0;
            };
            for (int i = 0; i < count; i++) {
                Point at = new Point(random.nextInt(side), random.nextInt(side));
                double angle = random.nextDouble() * Math.PI;
                double length = OVERSAMPLING * 40;
                Point end = new Point(at.x + length * Math.cos(angle), at.y + length * Math.sin(angle));
                Scalar dark = Scalar.all(0.2 + 0.1 * random.nextDouble());
                switch (structure) {
                    case DISCS -> Imgproc.circle(fine, at, 2 * OVERSAMPLING, dark, Imgproc.FILLED);
                    case HAIRS -> Imgproc.line(fine, at, end, dark, OVERSAMPLING);
                    case EDGES -> Imgproc.circle(fine, at, 80 * OVERSAMPLING, dark, Imgproc.FILLED);
                    case NOTHING -> throw new AssertionError();
                }
            }
            Mat light = mats.mat();
            Imgproc.resize(fine, light, new Size(SIDE, SIDE), 0, 0, Imgproc.INTER_AREA);
            Imgproc.GaussianBlur(light, light, new Size(0, 0), sigma);
            Mat grain = mats.mat(light.size(), CvType.CV_32FC1, Scalar.all(0));
            Core.setRNGSeed(11);
            Core.randn(grain, 0, noise);
            Core.add(light, grain, light);
            Mat rgb = new Mat();
            Imgproc.cvtColor(light, rgb, Imgproc.COLOR_GRAY2RGB);
            return new LinearImage(rgb);
        }
    }
}
