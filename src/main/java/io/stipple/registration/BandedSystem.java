package io.stipple.registration;

/**
 * A symmetric positive definite system whose entries lie near the diagonal, solved by Cholesky's factorisation (Golub
 * and Van Loan, Matrix Computations, 4.3.5).
 */
final class BandedSystem {
    private final int size;
    private final int band;
    private final double[] lower;
    private final double[] right;

    /**
     * @param size number of unknowns
     * @param band how far the farthest entry lies from the diagonal
     */
    BandedSystem(int size, int band) {
        this.size = size;
        this.band = band;
        this.lower = new double[size * (band + 1)];
        this.right = new double[size];
    }

    int size() {
        return size;
    }

    /** Adds to an entry on or below the diagonal; the one above it follows by symmetry. */
    void add(int row, int col, double value) {
        lower[row * (band + 1) + band - (row - col)] += value;
    }

    void addRight(int row, double value) {
        right[row] += value;
    }

    /** Entry on the diagonal. */
    double diagonal(int row) {
        return lower[row * (band + 1) + band];
    }

    /**
     * The solution; the system is used up.
     *
     * @throws ArithmeticException when the matrix is not positive definite
     */
    double[] solve() {
        factorise();
        double[] solution = right.clone();
        for (int row = 0; row < size; row++) {
            int first = Math.max(0, row - band);
            int at = row * (band + 1) + band - row;
            double sum = solution[row];
            for (int col = first; col < row; col++) {
                sum -= lower[at + col] * solution[col];
            }
            solution[row] = sum / lower[at + row];
        }
        for (int row = size - 1; row >= 0; row--) {
            int at = row * (band + 1) + band - row;
            solution[row] /= lower[at + row];
            for (int col = Math.max(0, row - band); col < row; col++) {
                solution[col] -= lower[at + col] * solution[row];
            }
        }
        return solution;
    }

    private void factorise() {
        for (int row = 0; row < size; row++) {
            int at = row * (band + 1) + band - row;
            int first = Math.max(0, row - band);
            for (int col = first; col <= row; col++) {
                int other = col * (band + 1) + band - col;
                double sum = lower[at + col];
                for (int k = Math.max(first, col - band); k < col; k++) {
                    sum -= lower[at + k] * lower[other + k];
                }
                if (col < row) {
                    lower[at + col] = sum / lower[other + col];
                } else if (sum > 0) {
                    lower[at + row] = Math.sqrt(sum);
                } else {
                    throw new ArithmeticException("row " + row + " of " + size + " is not supported by any datum");
                }
            }
        }
    }
}
