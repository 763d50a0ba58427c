package io.stipple.head;

import io.stipple.opencv.LinearImage;
import io.stipple.opencv.MatScope;
import io.stipple.opencv.OpenCv;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Paints simple photos of known content: a shaded ellipse of skin before a textured room, in linear light. */
final class PaintedPhoto {
    static final int WIDTH = 1200;
    static final int HEIGHT = 900;

    static {
        OpenCv.load();
    }

    private final Mat rgb = new Mat(HEIGHT, WIDTH, CvType.CV_32FC3);

    /** A room of one mean colour with blotches of up to a third and fine grain. */
    static PaintedPhoto room(double red, double green, double blue) {
        PaintedPhoto photo = new PaintedPhoto();
        photo.rgb.setTo(new Scalar(red, green, blue));
        photo.blotches(40, 0.12, 11);
        return photo;
    }

    /** Boards from top to bottom, each of a slightly different tone. */
    PaintedPhoto boards() {
        for (int x = 0; x < WIDTH; x += 90) {
            Mat board = rgb.submat(0, HEIGHT, x, Math.min(WIDTH, x + 86));
            Core.multiply(board, Scalar.all(0.85 + 0.06 * (x / 90 % 5)), board);
            board.release();
        }
        return this;
    }

    /** An ellipse of skin, darker towards its rim as a ball under a lamp above the camera is. */
    PaintedPhoto head(Ellipse e, double red, double green, double blue) {
        try (MatScope mats = new MatScope()) {
            Mat inside = mats.mat(rgb.size(), CvType.CV_8UC1, Scalar.all(0));
            Size axes = new Size(e.a(), e.b());
            Imgproc.ellipse(
                    inside, new Point(e.x(), e.y()), axes, Math.toDegrees(e.turnRad()), 0, 360, Scalar.all(255), -1);
            Mat distance = mats.mat();
            Imgproc.distanceTransform(inside, distance, Imgproc.DIST_L2, 3);
            // Lambert's cosine of a ball: from 0.35 at the rim to 1 in the middle.
            Core.multiply(distance, Scalar.all(1 / Math.min(e.a(), e.b())), distance);
            Core.min(distance, Scalar.all(1), distance);
            Core.sqrt(distance, distance);
            Mat shade = mats.mat();
            distance.convertTo(shade, CvType.CV_32F, 0.65, 0.35);
            Mat skin = mats.mat();
            Imgproc.cvtColor(shade, skin, Imgproc.COLOR_GRAY2RGB);
            Core.multiply(skin, new Scalar(red, green, blue), skin);
            skin.copyTo(rgb, inside);
        }
        return this;
    }

    /** Anything flat: a cape, an ear, a gloss patch, a fringe of hair. */
    PaintedPhoto ellipse(double x, double y, double a, double b, double red, double green, double blue) {
        Imgproc.ellipse(rgb, new Point(x, y), new Size(a, b), 0, 0, 360, new Scalar(red, green, blue), -1);
        return this;
    }

    PaintedPhoto rectangle(int x, int y, int width, int height, double red, double green, double blue) {
        Imgproc.rectangle(rgb, new Point(x, y), new Point(x + width, y + height), new Scalar(red, green, blue), -1);
        return this;
    }

    PaintedPhoto text(double red, double green, double blue) {
        for (int y = 60; y < HEIGHT; y += 60) {
            Imgproc.putText(
                    rgb,
                    "Aftercare: keep dry, no sweat, no sun 0123456789",
                    new Point(20, y),
                    0,
                    1.4,
                    new Scalar(red, green, blue),
                    3);
        }
        return this;
    }

    PaintedPhoto blotches(double reachPx, double depth, int seed) {
        try (MatScope mats = new MatScope()) {
            Mat noise = mats.mat(new Size(WIDTH / 10.0, HEIGHT / 10.0), CvType.CV_32FC1, Scalar.all(0));
            Core.setRNGSeed(seed);
            Core.randn(noise, 0, 1);
            Imgproc.GaussianBlur(noise, noise, new Size(), reachPx / 10);
            Core.normalize(noise, noise, 1 - depth, 1 + depth, Core.NORM_MINMAX);
            Mat full = mats.mat();
            Imgproc.resize(noise, full, rgb.size(), 0, 0, Imgproc.INTER_CUBIC);
            Imgproc.cvtColor(full, full, Imgproc.COLOR_GRAY2RGB);
            Core.multiply(rgb, full, rgb);
        }
        return this;
    }

    /** Another white balance: gains of red and blue. */
    PaintedPhoto balanced(double redGain, double blueGain) {
        Core.multiply(rgb, new Scalar(redGain, 1, blueGain), rgb);
        return this;
    }

    /** Blurs by a pixel, adds 1 % of noise and hands over the photo. */
    LinearImage taken() {
        try (MatScope mats = new MatScope()) {
            Imgproc.GaussianBlur(rgb, rgb, new Size(), 1);
            Mat noise = mats.mat(rgb.size(), CvType.CV_32FC3, Scalar.all(0));
            Core.setRNGSeed(5);
            Core.randn(noise, 0, 0.01);
            Core.add(rgb, noise, rgb);
            return new LinearImage(rgb);
        }
    }
}
