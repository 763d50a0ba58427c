package io.stipple.head;

/** Small sets of linear equations whose matrix is positive definite. */
final class LinearEquations {
    private LinearEquations() {}

    static double[] solve(double[][] normal, double[] right) {
        int n = right.length;
        double[] x = right.clone();
        double[][] matrix = new double[n][];
        for (int row = 0; row < n; row++) {
            matrix[row] = normal[row].clone();
        }
        for (int column = 0; column < n; column++) {
            // Positive definite: no pivot is needed.
            for (int row = column + 1; row < n; row++) {
                double factor = matrix[row][column] / matrix[column][column];
                for (int k = column; k < n; k++) {
                    matrix[row][k] -= factor * matrix[column][k];
                }
                x[row] -= factor * x[column];
            }
        }
        for (int row = n - 1; row >= 0; row--) {
            for (int k = row + 1; k < n; k++) {
                x[row] -= matrix[row][k] * x[k];
            }
            x[row] /= matrix[row][row];
        }
        return x;
    }
}
