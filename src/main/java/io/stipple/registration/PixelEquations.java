package io.stipple.registration;

import java.util.Arrays;
import java.util.List;
import org.opencv.core.Mat;

/**
 * The normal equations of a small shift between two textures on one grid, pixel by pixel: robust Lucas–Kanade (Lucas and
 * Kanade 1981; Black and Anandan 1996) with the mean of both pictures' gradients (Benhimane and Malis 2004, IROS).
 *
 * <p>Three channels speak: skin, with what was under a dot at weight 0; spots; and tint, which feels neither a light that
 * swung round nor grey pigment. A spot that is in one photo alone leaves a large difference and is forgotten by the weight.
 */
final class PixelEquations {
    /** Doubles per place in an array of sums: gxx, gxy, gyy, gx·e, gy·e. */
    static final int SUMS = 5;

    private static final int CHANNELS = 3;

    /** Pixels with less common weight are mostly filling or background. */
    private static final float LEAST_WEIGHT = 0.25f;

    /** Standard deviation of a normal distribution over the median of its absolute value. */
    private static final double NORMAL_MEDIAN = 1.4826;

    private static final int SAMPLES = 40_000;

    private final int cols;
    private final int rows;
    private final float[][] fixed;
    private final float[][] moving;
    private final double[] squaredScale = new double[CHANNELS];
    private final double[] worth = new double[CHANNELS];

    /**
     * @param fixed {@link #arrays} of the reference
     * @param moving those of the photo laid on it
     * @param robustFactor scale of the robust weight, in deviations of the difference
     */
    PixelEquations(
            WorkGrid grid,
            float[][] fixed,
            float[][] moving,
            double robustFactor,
            List<Double> shares,
            DenseSettings settings) {
        this.cols = grid.cols();
        this.rows = grid.rows();
        this.fixed = fixed;
        this.moving = moving;
        for (int channel = 0; channel < CHANNELS; channel++) {
            double deviation = Math.max(settings.leastDeviation(), deviation(2 * channel));
            double scale = robustFactor * deviation;
            squaredScale[channel] = scale * scale;
            worth[channel] = shares.get(channel) / (deviation * deviation * settings.correlatedPx());
        }
    }

    /** One share of 0 or more for each channel. */
    static List<Double> checked(List<Double> shares) {
        if (shares.size() != CHANNELS || shares.stream().anyMatch(share -> !(share >= 0))) {
            throw new IllegalArgumentException(
                    "shares of skin, spots and tint are three figures of 0 or more: " + shares);
        }
        return List.copyOf(shares);
    }

    /** Each channel and its weight in turn: skin, spots, tint. */
    static float[][] arrays(Textures textures) {
        float[] head = array(textures.head());
        return new float[][] {
            array(textures.skin()),
            array(textures.skinWeight()),
            array(textures.spots()),
            head,
            array(textures.tint()),
            head
        };
    }

    private static float[] array(Mat mat) {
        float[] values = new float[mat.rows() * mat.cols()];
        mat.get(0, 0, values);
        return values;
    }

    /**
     * Adds the equations of a rectangle, borders of the picture left out.
     *
     * @param sums {@link #SUMS} doubles from {@code at} on
     */
    void add(int colFrom, int colTo, int rowFrom, int rowTo, double[] sums, int at) {
        int firstRow = Math.max(rowFrom, 1);
        int lastRow = Math.min(rowTo, rows - 1);
        int firstCol = Math.max(colFrom, 1);
        int lastCol = Math.min(colTo, cols - 1);
        for (int channel = 0; channel < CHANNELS; channel++) {
            if (worth[channel] == 0) {
                continue;
            }
            float[] f = fixed[2 * channel];
            float[] fw = fixed[2 * channel + 1];
            float[] m = moving[2 * channel];
            float[] mw = moving[2 * channel + 1];
            double scale = squaredScale[channel];
            double unit = worth[channel];
            for (int row = firstRow; row < lastRow; row++) {
                for (int col = firstCol; col < lastCol; col++) {
                    int k = row * cols + col;
                    float both = fw[k] * mw[k];
                    if (both <= LEAST_WEIGHT) {
                        continue;
                    }
                    double e = f[k] - m[k];
                    double w = unit * both * GemanMcClure.weight(e * e, scale);
                    double gx = 0.25 * (f[k + 1] - f[k - 1] + m[k + 1] - m[k - 1]);
                    double gy = 0.25 * (f[k + cols] - f[k - cols] + m[k + cols] - m[k - cols]);
                    sums[at] += w * gx * gx;
                    sums[at + 1] += w * gx * gy;
                    sums[at + 2] += w * gy * gy;
                    sums[at + 3] += w * gx * e;
                    sums[at + 4] += w * gy * e;
                }
            }
        }
    }

    /** Correlation of the two pictures where both have weight, over all channels that have a share; 0 of nothing, -1..1. */
    double correlation() {
        double products = 0;
        double fixedSquares = 0;
        double movingSquares = 0;
        for (int channel = 0; channel < CHANNELS; channel++) {
            float[] f = fixed[2 * channel];
            float[] m = moving[2 * channel];
            for (int k = 0; worth[channel] > 0 && k < f.length; k++) {
                if (fixed[2 * channel + 1][k] * moving[2 * channel + 1][k] > LEAST_WEIGHT) {
                    products += worth[channel] * f[k] * m[k];
                    fixedSquares += worth[channel] * f[k] * f[k];
                    movingSquares += worth[channel] * m[k] * m[k];
                }
            }
        }
        double size = Math.sqrt(fixedSquares * movingSquares);
        return size > 0 ? products / size : 0;
    }

    /** Standard deviation of the difference of a channel where both have weight, from its median size; 0 for none. */
    private double deviation(int channel) {
        float[] f = fixed[channel];
        float[] m = moving[channel];
        int stride = Math.max(1, f.length / SAMPLES) | 1;
        float[] sizes = new float[f.length / stride + 1];
        int count = 0;
        for (int k = 0; k < f.length; k += stride) {
            if (fixed[channel + 1][k] * moving[channel + 1][k] > LEAST_WEIGHT) {
                sizes[count++] = Math.abs(f[k] - m[k]);
            }
        }
        Arrays.sort(sizes, 0, count);
        return count == 0 ? 0 : NORMAL_MEDIAN * sizes[count / 2];
    }
}
