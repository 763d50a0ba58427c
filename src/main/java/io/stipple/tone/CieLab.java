package io.stipple.tone;

import io.stipple.model.Lab;
import io.stipple.opencv.MatScope;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/**
 * CIELAB (CIE 15:2004) of linear sRGB light, D65 and the 2° observer.
 *
 * <p>White is what the matrix makes of (1, 1, 1), so that grey has a* = b* = 0 to the last digit. A mean colour is
 * taken in linear light and converted once; the mean of Lab values is another, darker colour.
 */
public final class CieLab {
    // Linear sRGB to XYZ, IEC 61966-2-1.
    private static final double[][] TO_XYZ = {
        {0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}
    };
    private static final double KNEE = Math.pow(6.0 / 29, 3);
    private static final double SLOPE = 1 / (3 * Math.pow(6.0 / 29, 2));
    private static final double FOOT = 4.0 / 29;

    private CieLab() {}

    /** The Lab value of linear light with sRGB primaries, 0..1; slightly outside is allowed. */
    public static Lab of(double r, double g, double b) {
        double fx = curve(ofWhite(0, r, g, b));
        double fy = curve(ofWhite(1, r, g, b));
        double fz = curve(ofWhite(2, r, g, b));
        return new Lab(116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz));
    }

    /** The Lab value of linear light. */
    public static Lab of(LinearRgb light) {
        return of(light.r(), light.g(), light.b());
    }

    /**
     * L* 0..100, a*, b* of each pixel, CV_32FC3 in this order.
     *
     * @param linearRgb CV_32FC3, R, G, B in linear light
     * @return a new Mat, handed over to the caller
     */
    public static Mat of(Mat linearRgb) {
        try (MatScope mats = new MatScope()) {
            Mat xyz = mats.mat();
            Core.transform(linearRgb, xyz, mats.own(matrix(toWhite())));
            Mat clipped = mats.mat();
            Core.max(xyz, Scalar.all(0), clipped);
            Mat f = mats.mat();
            Core.pow(clipped, 1 / 3.0, f);
            Mat straight = mats.mat();
            xyz.convertTo(straight, CvType.CV_32F, SLOPE, FOOT);
            Mat dark = mats.mat();
            Core.compare(mats.own(xyz.reshape(1)), new Scalar(KNEE), dark, Core.CMP_LE);
            mats.own(straight.reshape(1)).copyTo(mats.own(f.reshape(1)), dark);
            Mat lab = new Mat();
            double[][] fromCurve = {{0, 116, 0, -16}, {500, -500, 0, 0}, {0, 200, -200, 0}};
            Core.transform(f, lab, mats.own(matrix(fromCurve)));
            return lab;
        }
    }

    private static double ofWhite(int row, double r, double g, double b) {
        double[] weights = TO_XYZ[row];
        return (weights[0] * r + weights[1] * g + weights[2] * b) / (weights[0] + weights[1] + weights[2]);
    }

    private static double curve(double t) {
        return t > KNEE ? Math.cbrt(t) : t * SLOPE + FOOT;
    }

    private static double[][] toWhite() {
        double[][] rows = new double[3][3];
        for (int row = 0; row < 3; row++) {
            double white = TO_XYZ[row][0] + TO_XYZ[row][1] + TO_XYZ[row][2];
            for (int column = 0; column < 3; column++) {
                rows[row][column] = TO_XYZ[row][column] / white;
            }
        }
        return rows;
    }

    private static Mat matrix(double[][] rows) {
        Mat matrix = new Mat(rows.length, rows[0].length, CvType.CV_64F);
        for (int row = 0; row < rows.length; row++) {
            matrix.put(row, 0, rows[row]);
        }
        return matrix;
    }
}
