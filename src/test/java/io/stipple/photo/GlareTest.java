package io.stipple.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.opencv.LinearImage;
import io.stipple.opencv.Mask;
import io.stipple.opencv.MatScope;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

class GlareTest {
    private static final int SIDE = 800;
    private static final double[] SKIN = {0.42, 0.25, 0.17};
    private static final Point HIGHLIGHT = new Point(480, 320);
    private static final double HIGHLIGHT_SIGMA = 50;

    @Test
    void aHighlightIsFoundWhereItIsAndNowhereElse() {
        double strength = 0.4;
        try (LinearImage photo = head(strength, false);
                Mask head = disc();
                Mask glare = Glare.find(photo, head);
                Mask strong = highlightAbove(0.30, strength, head);
                Mask weak = highlightAbove(0.05, strength, head)) {
            // Where gloss adds 30 % of the diffuse light it must be seen, below 5 % it must not: the default lies at
            // 15 %. A hundredth is left to noise.
            assertThat(share(strong, glare)).isGreaterThan(0.98);
            assertThat(share(glare, weak)).isGreaterThan(0.98);
        }
    }

    @Test
    void mattSkinWithDotsShadingAndRednessHasNoGloss() {
        try (LinearImage photo = head(0, true);
                Mask head = disc();
                Mask glare = Glare.find(photo, head)) {
            assertThat(Glare.percent(glare, head)).isLessThan(0.5);
        }
    }

    @Test
    void clippedPixelsAreGlossWhateverTheirColour() {
        try (MatScope mats = new MatScope();
                LinearImage photo = head(0, false);
                Mask head = disc()) {
            Mat burnt = photo.rgb().clone();
            Imgproc.circle(burnt, new Point(400, 400), 40, new Scalar(1, 0.6, 0.4), Imgproc.FILLED);
            Mat truth = mats.mat(burnt.size(), CvType.CV_8UC1, Scalar.all(0));
            Imgproc.circle(truth, new Point(400, 400), 40, Scalar.all(255), Imgproc.FILLED);
            try (LinearImage overexposed = new LinearImage(burnt);
                    Mask glare = Glare.find(overexposed, head)) {
                Core.compare(truth, glare.pixels(), truth, Core.CMP_NE);
                assertThat(Core.countNonZero(truth)).isLessThan(SIDE * SIDE / 1000);
            }
        }
    }

    @Test
    void percentIsOfTheHead() {
        try (MatScope mats = new MatScope();
                Mask head = disc()) {
            Mat half = head.pixels().clone();
            half.colRange(0, SIDE / 2).setTo(Scalar.all(0));
            try (Mask glare = new Mask(half);
                    Mask none = new Mask(mats.keep(mats.mat(half.size(), CvType.CV_8UC1, Scalar.all(0))))) {
                assertThat(Glare.percent(glare, head))
                        .isCloseTo(50, within(0.5)); // the middle column belongs to one half
                assertThat(Glare.percent(glare, none)).isZero();
            }
        }
    }

    private static Mask disc() {
        try (MatScope mats = new MatScope()) {
            Mat mask = mats.mat(new Size(SIDE, SIDE), CvType.CV_8UC1, Scalar.all(0));
            Imgproc.circle(mask, new Point(SIDE / 2.0, SIDE / 2.0), SIDE * 45 / 100, Scalar.all(255), Imgproc.FILLED);
            return new Mask(mats.keep(mask));
        }
    }

    /**
     * Skin shaded as a ball lit from the side, with grey dots of 30 to 60 % contrast, noise of 1 % and a round highlight
     * of white light {@code strength} times the skin's green; with {@code red}, patches that take 25 % of the green and
     * 18 % of the blue.
     */
    private static LinearImage head(double strength, boolean red) {
        try (MatScope mats = new MatScope()) {
            Mat shade = mats.mat(new Size(SIDE, SIDE), CvType.CV_32FC1, Scalar.all(0));
            float[] row = new float[SIDE];
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    double dx = (x - SIDE / 2.0) / SIDE;
                    double dy = (y - SIDE / 2.0) / SIDE;
                    row[x] = (float) (1 + 0.5 * dx - 1.2 * (dx * dx + dy * dy));
                }
                shade.put(y, 0, row);
            }
            Random random = new Random(9);
            Mat dots = mats.mat(shade.size(), CvType.CV_32FC1, Scalar.all(1));
            for (int i = 0; i < 1500; i++) {
                Point at = new Point(random.nextInt(SIDE), random.nextInt(SIDE));
                Imgproc.circle(
                        dots, at, 3, Scalar.all(0.4 + 0.3 * random.nextDouble()), Imgproc.FILLED, Imgproc.LINE_AA);
            }
            Core.multiply(shade, dots, shade);
            Mat patches = mats.mat(shade.size(), CvType.CV_32FC1, Scalar.all(0));
            for (int i = 0; red && i < 12; i++) {
                Imgproc.circle(patches, new Point(random.nextInt(SIDE), random.nextInt(SIDE)), 60, Scalar.all(1), -1);
            }
            Imgproc.GaussianBlur(patches, patches, new Size(0, 0), 20);
            Mat gloss = mats.own(gloss(strength * SKIN[1]));
            double[] bloodTakes = {0, 0.25, 0.18};
            Mat[] channels = new Mat[3];
            Core.setRNGSeed(4);
            for (int channel = 0; channel < 3; channel++) {
                Mat light = mats.mat();
                Core.multiply(patches, Scalar.all(-bloodTakes[channel]), light);
                Core.add(light, Scalar.all(1), light);
                Core.multiply(light, shade, light, SKIN[channel]);
                Core.add(light, gloss, light);
                Mat noise = mats.mat(light.size(), CvType.CV_32FC1, Scalar.all(0));
                Core.randn(noise, 0, 0.004);
                Core.add(light, noise, light);
                channels[channel] = light;
            }
            Mat rgb = new Mat();
            Core.merge(List.of(channels), rgb);
            return new LinearImage(rgb);
        }
    }

    private static Mat gloss(double peak) {
        Mat gloss = new Mat(SIDE, SIDE, CvType.CV_32FC1);
        float[] row = new float[SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double distance = Math.hypot(x - HIGHLIGHT.x, y - HIGHLIGHT.y) / HIGHLIGHT_SIGMA;
                row[x] = (float) (peak * Math.exp(-distance * distance / 2));
            }
            gloss.put(y, 0, row);
        }
        return gloss;
    }

    /** Where the highlight adds more than {@code share} of the mean of the skin's three channels. */
    private static Mask highlightAbove(double share, double strength, Mask head) {
        try (MatScope mats = new MatScope()) {
            Mat above = mats.mat();
            double diffuse = (SKIN[0] + SKIN[1] + SKIN[2]) / 3;
            Core.compare(mats.own(gloss(strength * SKIN[1])), Scalar.all(share * diffuse), above, Core.CMP_GT);
            Core.bitwise_and(above, head.pixels(), above);
            return new Mask(mats.keep(above));
        }
    }

    /** How much of {@code part} lies within {@code whole}, 0..1. */
    private static double share(Mask part, Mask whole) {
        return Glare.percent(whole, part) / 100;
    }
}
