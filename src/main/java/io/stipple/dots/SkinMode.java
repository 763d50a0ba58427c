package io.stipple.dots;

import java.util.Arrays;
import java.util.stream.IntStream;

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

    /**
     * The light of bare skin.
     *
     * @param light row by row
     * @param mask 0 outside the scalp
     */
    static Mesh of(float[] light, byte[] mask, int width, int height, double radiusPx) {
        int columns = Math.max(1, width / DECIMATION);
        int rows = Math.max(1, height / DECIMATION);
        int cell = Math.max(6, (int) Math.round(radiusPx / DECIMATION));
        int across = (columns + cell - 1) / cell;
        int down = (rows + cell - 1) / cell;
        float[] sums = new float[across * down];
        float[] weights = new float[across * down];
        IntStream.range(0, sums.length).parallel().forEach(i -> {
            float[] pool = new float[cell * cell];
            int row = i / across;
            int count = 0;
            for (int y = row * cell; y < Math.min(rows, (row + 1) * cell); y++) {
                for (int x = i % across * cell; x < Math.min(columns, (i % across + 1) * cell); x++) {
                    int at = y * DECIMATION * width + x * DECIMATION;
                    if (mask[at] != 0) {
                        pool[count++] = light[at];
                    }
                }
            }
            if (count >= LEAST_PIXELS) {
                weights[i] = (float) count / (cell * cell);
                sums[i] = weights[i] * mode(pool, count);
            }
        });
        return Meshes.ratio(sums, weights, across, down, 1);
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
