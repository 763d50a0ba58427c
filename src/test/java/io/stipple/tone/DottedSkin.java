package io.stipple.tone;

import io.stipple.model.Dot;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpGeometry;
import io.stipple.opencv.LinearImage;
import io.stipple.opencv.OpenCv;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A flat patch of shaded skin with a grid of dots whose optical density is known in each colour: 12 px/mm, diameter
 * 5 px with a soft edge, 24 px apart, each off its place by up to half a pixel and weaker or stronger than the mean by a
 * third.
 */
final class DottedSkin {
    static final double PX_PER_MM = 12;
    static final ScalpGeometry GEOMETRY = ScalpGeometry.flat(PX_PER_MM);
    static final LinearRgb SKIN = new LinearRgb(0.42, 0.24, 0.16);
    static final double DIAMETER_PX = 5;
    private static final double SOFT_PX = 0.35;
    private static final int GRID = 24;

    private final int side;
    private final Random random;
    private final float[] rgb;
    final List<Dot> dots = new ArrayList<>();

    DottedSkin(int dotsPerSide, int seed) {
        OpenCv.load();
        side = GRID * dotsPerSide;
        random = new Random(seed);
        rgb = new float[3 * side * side];
        double[] skin = {SKIN.r(), SKIN.g(), SKIN.b()};
        for (int i = 0; i < side * side; i++) {
            double shade = 1 + 0.2 * Math.sin(3.0 * (i % side) / side) + 0.2 * Math.cos(2.0 * (i / side) / side);
            for (int c = 0; c < 3; c++) {
                rgb[3 * i + c] = (float) (skin[c] * shade);
            }
        }
    }

    /** Dots with these optical densities at their middle. */
    DottedSkin dots(double red, double green, double blue) {
        for (int y = GRID / 2; y < side; y += GRID) {
            for (int x = GRID / 2; x < side; x += GRID) {
                double amount = 2 / 3.0 + random.nextDouble() * 2 / 3;
                dot(
                        x + random.nextDouble() - 0.5,
                        y + random.nextDouble() - 0.5,
                        amount * red,
                        amount * green,
                        amount * blue);
            }
        }
        return this;
    }

    private void dot(double x, double y, double... densities) {
        for (int v = (int) y - 8; v <= y + 8; v++) {
            for (int u = (int) x - 8; u <= x + 8; u++) {
                double inside = 1 / (1 + Math.exp((Math.hypot(u - x, v - y) - DIAMETER_PX / 2) / SOFT_PX));
                for (int c = 0; c < 3; c++) {
                    rgb[3 * (v * side + u) + c] *= (float) Math.exp(-densities[c] * inside);
                }
            }
        }
        dots.add(new Dot(new PointPx(x, y), DIAMETER_PX / PX_PER_MM, 0.3, 0.03, 0.001, 9, 1));
    }

    /** The photo: blur, noise relative to the light, and a gain per colour. */
    LinearImage photo(double blurPx, double noise, LinearRgb gain) {
        Mat picture = new Mat(side, side, CvType.CV_32FC3);
        picture.put(0, 0, rgb);
        if (blurPx > 0) {
            Imgproc.GaussianBlur(picture, picture, new Size(0, 0), blurPx);
        }
        float[] values = new float[rgb.length];
        picture.get(0, 0, values);
        double[] gains = {gain.r(), gain.g(), gain.b()};
        for (int i = 0; i < values.length; i++) {
            values[i] *= (float) (gains[i % 3] * (1 + noise * random.nextGaussian()));
        }
        picture.put(0, 0, values);
        return new LinearImage(picture);
    }
}
