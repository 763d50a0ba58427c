package io.stipple.head;

/** Least squares as it grows: what all observations say together of some unknowns. */
final class NormalEquations {
    private final double[][] matrix;
    private final double[] right;

    NormalEquations(int unknowns) {
        matrix = new double[unknowns][unknowns];
        right = new double[unknowns];
    }

    /**
     * What is known of one unknown beforehand.
     *
     * @param sd standard deviation
     * @param away how far its expected value lies from the present one
     */
    void expect(int unknown, double sd, double away) {
        matrix[unknown][unknown] += 1 / (sd * sd);
        right[unknown] += away / (sd * sd);
    }

    /**
     * Adds an observation.
     *
     * @param unknowns that it depends on
     * @param slopes of the residual by each
     * @param residual to be made small
     * @param weight one over its variance
     */
    void observe(int[] unknowns, double[] slopes, double residual, double weight) {
        for (int k = 0; k < unknowns.length; k++) {
            right[unknowns[k]] -= weight * slopes[k] * residual;
            for (int l = 0; l < unknowns.length; l++) {
                matrix[unknowns[k]][unknowns[l]] += weight * slopes[k] * slopes[l];
            }
        }
    }

    /** By how much to change the unknowns. */
    double[] solve() {
        return LinearEquations.solve(matrix, right);
    }

    /** Variance of a linear combination of the first unknowns, all others free. */
    double variance(double[] slopes) {
        double[] all = new double[right.length];
        System.arraycopy(slopes, 0, all, 0, slopes.length);
        double[] solved = LinearEquations.solve(matrix, all);
        double variance = 0;
        for (int k = 0; k < slopes.length; k++) {
            variance += slopes[k] * solved[k];
        }
        return variance;
    }
}
