package io.stipple.dots;

import io.stipple.opencv.MatScope;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * The bare skin under the dots, after the background mesh of SExtractor (Bertin and Arnouts 1996): means of cells from
 * which whatever stands out is clipped, smoothed and interpolated. The clipping limit is the deviation of the bright
 * side, which dots do not widen; the start is the {@link SkinMode}.
 */
final class SkinBackground {
    private static final int ROUNDS = 2;
    private static final double DARK_CLIP = 1.5; // bright-side deviations; dots must go, half a noise may
    private static final double BRIGHT_CLIP = 3;
    private static final int STRIDE = 3;

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
        int width = light.cols();
        int height = light.rows();
        float[] values = DotFinder.pixelsOf(light);
        byte[] inside = new byte[values.length];
        mask.get(0, 0, inside);
        int cell = cellOf(radiusPx);
        float[] missing = new float[values.length];
        byte[] use = new byte[values.length];
        Mesh level = SkinMode.of(values, inside, width, height, radiusPx);
        for (int round = 0; round < ROUNDS; round++) {
            missing(values, level, inside, width, height, missing);
            double deviation = brightDeviation(missing, inside, width, height);
            within(missing, inside, -BRIGHT_CLIP * deviation, DARK_CLIP * deviation, use, width, height);
            level = Meshes.meanOver(values, use, width, height, cell, radiusPx / cell);
        }
        missing(values, level, inside, width, height, missing);
        try (var mats = new MatScope()) {
            Mat result = mats.own(new Mat(height, width, CvType.CV_32F));
            result.put(0, 0, missing);
            return mats.keep(result);
        }
    }

    private static int cellOf(double radiusPx) {
        return Math.max(2, (int) Math.round(radiusPx / Meshes.CELLS_A_RADIUS));
    }

    private static void missing(float[] light, Mesh level, byte[] mask, int width, int height, float[] missing) {
        Bands.forEach(height, (top, bottom) -> {
            float[] skin = new float[width];
            for (int y = top; y < bottom; y++) {
                level.row(y, 0, width, width, height, skin);
                int at = y * width;
                for (int x = 0; x < width; x++) {
                    missing[at + x] = mask[at + x] == 0 ? 0 : 1 - light[at + x] / skin[x];
                }
            }
        });
    }

    /** Marks the pixels inside the mask whose value lies between two limits. */
    static void within(float[] values, byte[] mask, double least, double most, byte[] use, int width, int height) {
        Bands.forEach(height, (top, bottom) -> {
            for (int i = top * width; i < bottom * width; i++) {
                use[i] = values[i] >= least && values[i] <= most ? mask[i] : 0;
            }
        });
    }

    /**
     * What the first subtraction left of the skin, once the dots are out: the clipped smoothed mean over the pixels that
     * no candidate covers. Under a dot the fit has taken its share of a wrong skin already, so those pixels would confirm
     * it.
     *
     * @param picture light missing, row by row
     * @param residual what of it no candidate explains
     * @param bareBelow light explained by candidates up to which a pixel is bare
     */
    static Mesh remainder(
            float[] picture, float[] residual, byte[] mask, int width, int height, double radiusPx, double bareBelow) {
        double most = BRIGHT_CLIP * brightDeviation(residual, mask, width, height);
        byte[] use = new byte[residual.length];
        within(residual, mask, -most, most, use, width, height);
        Bands.forEach(height, (top, bottom) -> {
            for (int i = top * width; i < bottom * width; i++) {
                use[i] = picture[i] - residual[i] < bareBelow ? use[i] : 0;
            }
        });
        int cell = cellOf(radiusPx);
        return Meshes.meanOver(residual, use, width, height, cell, radiusPx / cell);
    }

    /** Root mean square of the bright side (missing below 0) inside the mask. */
    static double brightDeviation(float[] missing, byte[] mask, int width, int height) {
        // Every third pixel in x and y says as much of a whole photo's noise as all of them.
        float[] bright = new float[(width / STRIDE + 1) * (height / STRIDE + 1)];
        int count = 0;
        for (int y = 0; y < height; y += STRIDE) {
            for (int i = y * width; i < (y + 1) * width; i += STRIDE) {
                if (missing[i] < 0 && mask[i] != 0) {
                    bright[count++] = missing[i];
                }
            }
        }
        double limit = Double.MAX_VALUE;
        double deviation = 0;
        for (int round = 0; round < 3; round++) { // gloss would widen it: clip, too
            double squares = 0;
            int kept = 0;
            for (int i = 0; i < count; i++) {
                if (bright[i] > -limit) {
                    squares += bright[i] * bright[i];
                    kept++;
                }
            }
            deviation = Math.sqrt(squares / Math.max(1, kept));
            limit = BRIGHT_CLIP * deviation;
        }
        return Math.max(deviation, 1e-6);
    }
}
