package io.stipple.head;

import io.stipple.opencv.LinearImage;
import io.stipple.opencv.MatScope;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A photo reduced to the size at which a head is sought, as logarithms of colour ratios, which shading does not change
 * and white balance only shifts; owns its Mats.
 *
 * @param red CV_32FC1, {@code log R - ½ log G - ½ log B}
 * @param yellow CV_32FC1, {@code log G - log B}
 * @param light CV_32FC1, mean of the three logarithms
 * @param reduction full-size px per reduced px
 */
record ReducedColours(Mat red, Mat yellow, Mat light, double reduction) implements AutoCloseable {
    private static final double STEPS_PER_LOG = 80;
    // Shading changes light but not colour: light counts for less, yet not for nothing, or grey rooms have no edges.
    private static final double LIGHT_WEIGHT = 0.25;

    /** Reduces by area averaging, so that dots and stubble average out in linear light. */
    static ReducedColours of(LinearImage photo, HeadSettings settings) {
        int longSide = Math.max(photo.widthPx(), photo.heightPx());
        double reduction = Math.max(1, (double) longSide / settings.workingPx());
        Size size = new Size(
                Math.max(1, Math.round(photo.widthPx() / reduction)),
                Math.max(1, Math.round(photo.heightPx() / reduction)));
        try (MatScope mats = new MatScope()) {
            Mat small = mats.mat();
            Imgproc.resize(photo.rgb(), small, size, 0, 0, Imgproc.INTER_AREA);
            Core.max(small, Scalar.all(0), small);
            Core.add(small, Scalar.all(settings.darkFloor()), small);
            Imgproc.GaussianBlur(small, small, new Size(), settings.smoothingPx());
            Core.log(small, small);
            List<Mat> channels = new ArrayList<>();
            Core.split(small, channels);
            channels.forEach(mats::own);
            Mat r = channels.get(0);
            Mat g = channels.get(1);
            Mat b = channels.get(2);
            Mat cool = mats.mat();
            Core.addWeighted(g, 0.5, b, 0.5, 0, cool);
            Mat red = mats.mat();
            Core.subtract(r, cool, red);
            Mat yellow = mats.mat();
            Core.subtract(g, b, yellow);
            Mat light = mats.mat();
            Core.addWeighted(r, 1.0 / 3, cool, 2.0 / 3, 0, light);
            return new ReducedColours(mats.keep(red), mats.keep(yellow), mats.keep(light), reduction);
        }
    }

    int width() {
        return red.cols();
    }

    int height() {
        return red.rows();
    }

    /**
     * The three as one 8-bit picture for OpenCV's segmenters, CV_8UC3: 0.0125 of a logarithm a step in the two ratios,
     * four times as much in light, so that shading weighs little; centred on the frame's means.
     *
     * @return a new Mat, handed over to the caller
     */
    Mat coded() {
        try (MatScope mats = new MatScope()) {
            List<Mat> channels = List.of(
                    coded(red, STEPS_PER_LOG, mats),
                    coded(yellow, STEPS_PER_LOG, mats),
                    coded(light, STEPS_PER_LOG * LIGHT_WEIGHT, mats));
            Mat merged = mats.mat();
            Core.merge(channels, merged);
            return mats.keep(merged);
        }
    }

    /**
     * How fast colour changes, logarithms a px, CV_32FC1.
     *
     * @return a new Mat, handed over to the caller
     */
    Mat gradient() {
        try (MatScope mats = new MatScope()) {
            Mat squares = mats.mat(red.size(), CvType.CV_32FC1, Scalar.all(0));
            addSquaredSlopes(red, 1, squares, mats);
            addSquaredSlopes(yellow, 1, squares, mats);
            addSquaredSlopes(light, LIGHT_WEIGHT, squares, mats);
            Mat gradient = mats.mat();
            Core.sqrt(squares, gradient);
            return mats.keep(gradient);
        }
    }

    private static void addSquaredSlopes(Mat channel, double weight, Mat squares, MatScope mats) {
        Mat slope = mats.mat();
        for (int along = 0; along < 2; along++) {
            // Sobel's kernel sums to 8 over a slope of 1 a px.
            Imgproc.Sobel(channel, slope, CvType.CV_32F, 1 - along, along, 3, weight / 8);
            Imgproc.accumulateSquare(slope, squares);
        }
    }

    private static Mat coded(Mat channel, double steps, MatScope mats) {
        Mat coded = mats.mat();
        channel.convertTo(coded, CvType.CV_8U, steps, 128 - steps * Core.mean(channel).val[0]);
        return coded;
    }

    @Override
    public void close() {
        red.release();
        yellow.release();
        light.release();
    }
}
