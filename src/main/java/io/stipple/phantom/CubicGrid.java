package io.stipple.phantom;

/**
 * Cubic convolution (Keys 1981, a = -1/2) over samples on a square grid whose first node lies at (0, 0): exact for
 * quadratics.
 */
final class CubicGrid {
    private final int stepPx;
    private final int columns;
    private final int rows;
    private final int[] defined;

    /**
     * @param defined one value per node, {@link TruthData#NONE} where there is none
     */
    CubicGrid(int stepPx, int columns, int rows, int[] defined) {
        this.stepPx = stepPx;
        this.columns = columns;
        this.rows = rows;
        this.defined = defined;
    }

    /** Weights of the four nodes around a point at {@code t} (0..1) between the middle two. */
    static double[] weights(double t) {
        double t2 = t * t;
        double t3 = t2 * t;
        return new double[] {
            -0.5 * t3 + t2 - 0.5 * t, 1.5 * t3 - 2.5 * t2 + 1, -1.5 * t3 + 2 * t2 + 0.5 * t, 0.5 * t3 - 0.5 * t2
        };
    }

    /** Values of the layers at a pixel, or an empty array where a node around it is missing. */
    double[] at(double xPx, double yPx, int[]... layers) {
        double u = xPx / stepPx;
        double v = yPx / stepPx;
        int i = (int) Math.floor(u);
        int j = (int) Math.floor(v);
        if (!(i >= 1 && j >= 1 && i + 2 < columns && j + 2 < rows)) {
            return new double[0];
        }
        double[] across = weights(u - i);
        double[] along = weights(v - j);
        double[] sums = new double[layers.length];
        for (int b = 0; b < 4; b++) {
            for (int a = 0; a < 4; a++) {
                int k = (j - 1 + b) * columns + i - 1 + a;
                if (defined[k] == TruthData.NONE) {
                    return new double[0];
                }
                for (int l = 0; l < layers.length; l++) {
                    sums[l] += across[a] * along[b] * layers[l][k];
                }
            }
        }
        return sums;
    }
}
