package io.stipple.dots;

import io.stipple.opencv.MatScope;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Coarse meshes with holes: weighted means that reach across where nothing was measured. */
final class Meshes {
    /** Cells to the radius of the Gaussian that smooths them: finer ones say nothing more and cost their square. */
    static final int CELLS_A_RADIUS = 2;

    private Meshes() {}

    /**
     * Weighted mean around each cell: smoothed {@code sum} over smoothed {@code weight}, CV_32FC1; handed over. Where a
     * hole is wider than the smoothing it is filled from ever wider surroundings.
     */
    static Mat ratioOfSmoothed(Mat sum, Mat weight, double sigmaCells) {
        try (var mats = new MatScope()) {
            Mat mean = mats.mat();
            Mat top = mats.mat();
            Mat bottom = mats.mat();
            Mat wider = mats.mat();
            Mat hole = mats.mat();
            double longest = Math.max(sum.cols(), sum.rows());
            boolean first = true;
            for (double sigma = sigmaCells; ; sigma *= 3) {
                Imgproc.GaussianBlur(sum, top, new Size(0, 0), sigma, sigma, Core.BORDER_CONSTANT);
                Imgproc.GaussianBlur(weight, bottom, new Size(0, 0), sigma, sigma, Core.BORDER_CONSTANT);
                Core.max(bottom, new Scalar(1e-12), bottom);
                if (first) {
                    Core.divide(top, bottom, mean);
                    Core.compare(bottom, new Scalar(0.02), hole, Core.CMP_LT); // 2 % seen: too few to say
                } else {
                    Core.divide(top, bottom, wider);
                    wider.copyTo(mean, hole);
                    Core.compare(bottom, new Scalar(1e-3), hole, Core.CMP_LT);
                }
                if (Core.countNonZero(hole) == 0 || sigma > longest) {
                    return mats.keep(mean);
                }
                first = false;
            }
        }
    }

    /** Zeros of the mesh's size, CV_32FC1. */
    static Mat zeros(MatScope mats, Size size) {
        return mats.own(Mat.zeros(size, CvType.CV_32F));
    }
}
