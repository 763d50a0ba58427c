package io.stipple.registration;

import io.stipple.opencv.MatScope;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * The local mean of a picture inside a mask: normalised convolution (Knutsson and Westin 1993, CVPR).
 *
 * <p>Two box filters in a row stand in for a Gaussian of the same width: their time does not grow with the window.
 */
final class MaskedMean {
    private static final int PASSES = 2;

    private final Size box;

    /** @param sigmaPx width of the Gaussian that the window imitates, px */
    MaskedMean(double sigmaPx) {
        // Variance of n boxes of width w is n (w² - 1) / 12.
        double width = Math.sqrt(12 * sigmaPx * sigmaPx / PASSES + 1);
        int odd = 2 * (int) Math.round((width - 1) / 2) + 1;
        this.box = new Size(Math.max(3, odd), Math.max(3, odd));
    }

    /** CV_32FC1 mean of {@code values} weighted with {@code weight} (both CV_32FC1); 0 where no weight is near. */
    Mat of(Mat values, Mat weight, MatScope mats) {
        Mat sum = mats.mat();
        Core.multiply(values, weight, sum);
        Mat mass = mats.mat();
        weight.copyTo(mass);
        for (int pass = 0; pass < PASSES; pass++) {
            Imgproc.boxFilter(sum, sum, -1, box, new org.opencv.core.Point(-1, -1), true, Core.BORDER_CONSTANT);
            Imgproc.boxFilter(mass, mass, -1, box, new org.opencv.core.Point(-1, -1), true, Core.BORDER_CONSTANT);
        }
        Core.max(mass, Scalar.all(1e-6), mass);
        Core.divide(sum, mass, sum);
        mats.free(mass);
        return sum;
    }
}
