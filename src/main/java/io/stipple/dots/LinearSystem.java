package io.stipple.dots;

/** Small symmetric positive systems, solved by Cholesky in place. */
final class LinearSystem {
    private static final double[] NONE = {};

    private LinearSystem() {}

    /**
     * The solution, or an empty array where the matrix is not positive.
     *
     * @param rows n rows of n + 1: the matrix with the right-hand side as last column; overwritten
     */
    static double[] solve(double[][] rows) {
        int n = rows.length;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = rows[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= rows[i][k] * rows[j][k];
                }
                if (i == j) {
                    if (!(sum > 0)) {
                        return NONE;
                    }
                    rows[i][i] = Math.sqrt(sum);
                } else {
                    rows[i][j] = sum / rows[j][j];
                }
            }
        }
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = rows[i][n];
            for (int k = 0; k < i; k++) {
                sum -= rows[i][k] * x[k];
            }
            x[i] = sum / rows[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = x[i];
            for (int k = i + 1; k < n; k++) {
                sum -= rows[k][i] * x[k];
            }
            x[i] = sum / rows[i][i];
            if (!Double.isFinite(x[i])) {
                return NONE;
            }
        }
        return x;
    }
}
