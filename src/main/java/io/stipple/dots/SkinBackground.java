package io.stipple.dots;

import io.stipple.opencv.MatScope;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * The bare skin under the dots, after the background mesh of SExtractor (Bertin and Arnouts 1996): means of cells from
 * which whatever stands out is clipped, smoothed and interpolated. The clipping limit is the deviation of the bright
 * side, which dots do not widen; the start is the {@link SkinMode}.
 */
final class SkinBackground {
    private static final int ROUNDS = 2;
    private static final double DARK_CLIP = 1.5; // bright-side deviations; dots must go, half a noise may
    private static final double BRIGHT_CLIP = 3;

    private SkinBackground() {}

    /**
     * What is missing of the bare skin's light: CV_32FC1, 1 - light / local skin, darker is positive, 0 outside the
     * mask; handed over.
     *
     * @param light CV_32FC1 linear light above 0
     * @param mask CV_8UC1 of the same size, 255 on scalp
     * @param radiusPx over which the skin is smoothed
     */
    static Mat missing(Mat light, Mat mask, double radiusPx) {
        try (var mats = new MatScope()) {
            int cell = Math.max(2, (int) Math.round(radiusPx / Meshes.CELLS_A_RADIUS));
            Size mesh = new Size(Math.ceil((double) light.cols() / cell), Math.ceil((double) light.rows() / cell));
            double smoothing = radiusPx / cell;
            Mat use = mats.mat();
            Mat missing = mats.mat();
            Mat level = mats.own(SkinMode.of(light, mask, radiusPx));
            for (int round = 0; ; round++) {
                Core.divide(light, level, missing, -1);
                Core.add(missing, new Scalar(1), missing);
                if (round == ROUNDS) {
                    break;
                }
                double deviation = brightDeviation(missing, mask);
                Core.inRange(missing, new Scalar(-BRIGHT_CLIP * deviation), new Scalar(DARK_CLIP * deviation), use);
                Core.bitwise_and(use, mask, use);
                Mat mean = mats.own(meanOver(light, use, mesh, smoothing));
                Imgproc.resize(mean, level, light.size(), 0, 0, Imgproc.INTER_LINEAR);
            }
            Mat outside = mats.mat();
            Core.bitwise_not(mask, outside);
            missing.setTo(new Scalar(0), outside);
            return mats.keep(missing);
        }
    }

    /**
     * What the first subtraction left of the skin, once the dots are out: the clipped smoothed mean over the pixels that
     * no candidate covers, CV_32FC1 of the picture's size, 0 outside the mask; handed over. Under a dot the fit has
     * taken its share of a wrong skin already, so those pixels would confirm it.
     *
     * @param picture CV_32FC1 light missing
     * @param residual what of it no candidate explains
     * @param bareBelow light explained by candidates up to which a pixel is bare
     */
    static Mat remainder(Mat picture, Mat residual, Mat mask, double radiusPx, double bareBelow) {
        try (var mats = new MatScope()) {
            int cell = Math.max(2, (int) Math.round(radiusPx / Meshes.CELLS_A_RADIUS));
            Size mesh =
                    new Size(Math.ceil((double) residual.cols() / cell), Math.ceil((double) residual.rows() / cell));
            double deviation = brightDeviation(residual, mask);
            Mat use = mats.mat();
            Core.inRange(residual, new Scalar(-BRIGHT_CLIP * deviation), new Scalar(BRIGHT_CLIP * deviation), use);
            Core.bitwise_and(use, mask, use);
            Mat explained = mats.mat();
            Core.subtract(picture, residual, explained);
            Mat bare = mats.mat();
            Core.compare(explained, new Scalar(bareBelow), bare, Core.CMP_LT);
            Core.bitwise_and(use, bare, use);
            Mat level = mats.own(meanOver(residual, use, mesh, radiusPx / cell));
            Mat full = mats.mat();
            Imgproc.resize(level, full, residual.size(), 0, 0, Imgproc.INTER_LINEAR);
            Mat outside = mats.mat();
            Core.bitwise_not(mask, outside);
            full.setTo(new Scalar(0), outside);
            return mats.keep(full);
        }
    }

    /** Root mean square of the bright side (missing below 0) inside the mask. */
    static double brightDeviation(Mat missing, Mat mask) {
        try (var mats = new MatScope()) {
            // Every third pixel in x and y says as much of a whole photo's noise as all of them.
            Mat few = mats.mat();
            Imgproc.resize(missing, few, new Size(), 1.0 / 3, 1.0 / 3, Imgproc.INTER_NEAREST);
            Mat fewMask = mats.mat();
            Imgproc.resize(mask, fewMask, few.size(), 0, 0, Imgproc.INTER_NEAREST);
            Mat bright = mats.mat();
            Core.compare(few, new Scalar(0), bright, Core.CMP_LT);
            Core.bitwise_and(bright, fewMask, bright);
            double limit = Double.MAX_VALUE;
            double deviation = 0;
            Mat kept = mats.mat();
            for (int round = 0; round < 3; round++) { // gloss would widen it: clip, too
                Core.compare(few, new Scalar(-limit), kept, Core.CMP_GT);
                Core.bitwise_and(kept, bright, kept);
                double count = Math.max(1, Core.countNonZero(kept));
                deviation = Core.norm(few, Core.NORM_L2, kept) / Math.sqrt(count);
                limit = BRIGHT_CLIP * deviation;
            }
            return Math.max(deviation, 1e-6);
        }
    }

    /** Mean of {@code values} over the used pixels around each cell of a mesh, CV_32FC1; handed over. */
    private static Mat meanOver(Mat values, Mat use, Size mesh, double smoothingCells) {
        try (var mats = new MatScope()) {
            Mat zeroed = mats.own(Mat.zeros(values.size(), CvType.CV_32F));
            values.copyTo(zeroed, use);
            Mat sum = mats.mat();
            Imgproc.resize(zeroed, sum, mesh, 0, 0, Imgproc.INTER_AREA);
            Mat weight = mats.mat();
            Mat weightCells = mats.mat();
            Imgproc.resize(use, weightCells, mesh, 0, 0, Imgproc.INTER_AREA);
            weightCells.convertTo(weight, CvType.CV_32F, 1 / 255.0);
            return Meshes.ratioOfSmoothed(sum, weight, smoothingCells);
        }
    }
}
