package io.stipple.head;

import io.stipple.opencv.MatScope;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Tells a close-up of scalp, which fills the frame and has no rim, from a wall of the same colour. */
final class FullFrame {
    // Skin of one head under one light varies by a tenth or two in its colour ratios; more than that is another thing.
    private static final double SAME_SKIN = 0.3;
    // Pores, stubble and dots leave at least a per cent of texture at 1/8 scale, a painted wall a few parts in a
    // thousand.
    private static final double LEAST_TEXTURE = 0.008;
    private static final double TEXTURE_REACH_PX = 6;
    // A wall can be beige; nothing else confirms that this is skin, so its redness must.
    private static final double LEAST_REDNESS = 0.22;

    private FullFrame() {}

    /** Whether scalp fills the frame. */
    static boolean isScalp(ReducedColours colours, HeadSettings settings) {
        try (MatScope mats = new MatScope()) {
            double red = Core.mean(colours.red()).val[0];
            double yellow = Core.mean(colours.yellow()).val[0];
            boolean skin = red >= Math.max(LEAST_REDNESS, settings.redMin())
                    && red <= settings.redMax()
                    && yellow >= settings.yellowMin()
                    && yellow <= settings.yellowMax();
            return skin
                    && sharePct(colours, red, yellow, mats) >= settings.fillsFramePct()
                    && texture(colours.light(), mats) >= LEAST_TEXTURE;
        }
    }

    private static double sharePct(ReducedColours colours, double red, double yellow, MatScope mats) {
        Mat alikeRed = mats.mat();
        Core.inRange(colours.red(), new Scalar(red - SAME_SKIN), new Scalar(red + SAME_SKIN), alikeRed);
        Mat alikeYellow = mats.mat();
        Core.inRange(colours.yellow(), new Scalar(yellow - SAME_SKIN), new Scalar(yellow + SAME_SKIN), alikeYellow);
        Core.bitwise_and(alikeRed, alikeYellow, alikeRed);
        return 100.0 * Core.countNonZero(alikeRed) / alikeRed.total();
    }

    private static double texture(Mat light, MatScope mats) {
        Mat smooth = mats.mat();
        Imgproc.GaussianBlur(light, smooth, new Size(), TEXTURE_REACH_PX);
        Core.subtract(light, smooth, smooth);
        MatOfDouble mean = mats.own(new MatOfDouble());
        MatOfDouble scatter = mats.own(new MatOfDouble());
        Core.meanStdDev(smooth, mean, scatter);
        return scatter.get(0, 0)[0];
    }
}
