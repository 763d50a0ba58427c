package io.stipple.dots;

import io.stipple.opencv.MatScope;
import java.util.stream.IntStream;
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

    /**
     * Mean of {@code values} over the used pixels around each cell.
     *
     * @param use 0 where a pixel does not count
     * @param cellPx side of a cell
     */
    static Mesh meanOver(float[] values, byte[] use, int width, int height, int cellPx, double smoothingCells) {
        int columns = (width + cellPx - 1) / cellPx;
        int rows = (height + cellPx - 1) / cellPx;
        float[] sums = new float[columns * rows];
        float[] weights = new float[columns * rows];
        IntStream.range(0, sums.length).parallel().forEach(cell -> {
            int left = edge(cell % columns, columns, width);
            int right = edge(cell % columns + 1, columns, width);
            int top = edge(cell / columns, rows, height);
            int bottom = edge(cell / columns + 1, rows, height);
            double sum = 0;
            int count = 0;
            for (int y = top; y < bottom; y++) {
                for (int i = y * width + left; i < y * width + right; i++) {
                    if (use[i] != 0) {
                        sum += values[i];
                        count++;
                    }
                }
            }
            double pixels = (double) (right - left) * (bottom - top);
            sums[cell] = (float) (sum / pixels);
            weights[cell] = (float) (count / pixels);
        });
        return ratio(sums, weights, columns, rows, smoothingCells);
    }

    /** Where a cell of the mesh begins in the picture, px. */
    static int edge(int cell, int cells, int pixels) {
        return (int) ((long) cell * pixels / cells);
    }

    /** As {@link #ratioOfSmoothed}, of values row by row. */
    static Mesh ratio(float[] sums, float[] weights, int columns, int rows, double smoothingCells) {
        try (var mats = new MatScope()) {
            Mat sum = mats.own(new Mat(rows, columns, CvType.CV_32F));
            sum.put(0, 0, sums);
            Mat weight = mats.own(new Mat(rows, columns, CvType.CV_32F));
            weight.put(0, 0, weights);
            return Mesh.of(mats.own(ratioOfSmoothed(sum, weight, smoothingCells)));
        }
    }
}
