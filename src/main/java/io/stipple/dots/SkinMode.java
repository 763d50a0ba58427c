package io.stipple.dots;

import io.stipple.opencv.MatScope;
import java.util.Arrays;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * The light of bare skin in each cell of a mesh, also where dots and their blur cover half of it: the middle of the
 * shortest interval that holds a third of the cell's pixels (the half-sample mode of Robertson and Cryer 1974, with a
 * third for crowded scalps). A mean or median would sink into the dots and take their pigment for skin.
 */
final class SkinMode {
    private static final int DECIMATION = 2;
    private static final double SHARE = 0.33;
    private static final int LEAST_PIXELS = 24;

    private SkinMode() {}

    /** CV_32FC1 of the picture's size; handed over. */
    static Mat of(Mat light, Mat mask, double radiusPx) {
        try (var mats = new MatScope()) {
            int columns = Math.max(1, light.cols() / DECIMATION);
            int rows = Math.max(1, light.rows() / DECIMATION);
            Mat few = mats.mat();
            Imgproc.resize(light, few, new Size(columns, rows), 0, 0, Imgproc.INTER_NEAREST);
            Mat skin = mats.mat();
            Imgproc.resize(mask, skin, few.size(), 0, 0, Imgproc.INTER_NEAREST);
            float[] values = DotFinder.pixelsOf(few);
            byte[] inside = new byte[columns * rows];
            skin.get(0, 0, inside);
            int cell = Math.max(6, (int) Math.round(radiusPx / DECIMATION));
            int across = (columns + cell - 1) / cell;
            int down = (rows + cell - 1) / cell;
            float[] sums = new float[across * down];
            float[] weights = new float[across * down];
            float[] pool = new float[cell * cell];
            for (int i = 0; i < sums.length; i++) {
                int row = i / across;
                int count = 0;
                for (int y = row * cell; y < Math.min(rows, (row + 1) * cell); y++) {
                    for (int x = i % across * cell; x < Math.min(columns, (i % across + 1) * cell); x++) {
                        if (inside[y * columns + x] != 0) {
                            pool[count++] = values[y * columns + x];
                        }
                    }
                }
                if (count >= LEAST_PIXELS) {
                    weights[i] = (float) count / (cell * cell);
                    sums[i] = weights[i] * mode(pool, count);
                }
            }
            Mat sum = mats.own(new Mat(down, across, CvType.CV_32F));
            sum.put(0, 0, sums);
            Mat weight = mats.own(new Mat(down, across, CvType.CV_32F));
            weight.put(0, 0, weights);
            Mat mesh = mats.own(Meshes.ratioOfSmoothed(sum, weight, 1));
            Mat full = mats.mat();
            Imgproc.resize(mesh, full, light.size(), 0, 0, Imgproc.INTER_LINEAR);
            return mats.keep(full);
        }
    }

    private static float mode(float[] pool, int count) {
        Arrays.sort(pool, 0, count);
        int span = Math.max(1, (int) (SHARE * count));
        int best = 0;
        float narrowest = Float.MAX_VALUE;
        for (int i = 0; i + span < count; i++) {
            float width = pool[i + span] - pool[i];
            // Of equal widths the brighter: skin is brighter than what lies on it.
            if (width <= narrowest) {
                narrowest = width;
                best = i;
            }
        }
        float sum = 0;
        for (int i = best; i <= best + span && i < count; i++) {
            sum += pool[i];
        }
        return sum / Math.min(span + 1, count - best);
    }
}
