package io.stipple.dots;

import java.util.Arrays;

/**
 * The normal equations of one candidate's fit. Peak, place and covariance change its profile g by products of g with
 * powers of the distance from its middle, so that sums of g² and of g times the misfit, each times such powers, are all
 * that its pixels must give: along a row eight sums, instead of 27 by the parameters themselves.
 */
final class ShapeMoments {
    private static final int PARAMETERS = 6;
    private static final int ORDERS = 5;
    // By peak, x, y, and the covariance's xx, xy, yy: powers of dx and dy, and first and last of those that turn into
    // each other with the axes.
    private static final int[] POWER_X = {0, 1, 0, 2, 1, 0};
    private static final int[] POWER_Y = {0, 0, 1, 0, 1, 2};
    private static final int[] BLOCK = {0, 1, 1, 3, 3, 3};
    private static final int[] BLOCK_END = {1, 3, 3, 6, 6, 6};

    private final double[] squares = new double[ORDERS * ORDERS];
    private final double[] misfits = new double[ORDERS * ORDERS];
    private final double[][] turn = new double[PARAMETERS][PARAMETERS];
    private final double[][] turned = new double[PARAMETERS][PARAMETERS + 1];
    private final double[] factor = new double[PARAMETERS];

    void clear() {
        Arrays.fill(squares, 0);
        Arrays.fill(misfits, 0);
    }

    /**
     * Takes in a row of pixels.
     *
     * @param dy of the row from the middle
     * @param s0 sum of g²; {@code s1..s4}: times dx to that power
     * @param m0 sum of g times the misfit; {@code m1, m2}: times dx to that power
     */
    void addRow(double dy, double s0, double s1, double s2, double s3, double s4, double m0, double m1, double m2) {
        double dy2 = dy * dy;
        double dy3 = dy2 * dy;
        squares[at(0, 0)] += s0;
        squares[at(0, 1)] += dy * s0;
        squares[at(0, 2)] += dy2 * s0;
        squares[at(0, 3)] += dy3 * s0;
        squares[at(0, 4)] += dy2 * dy2 * s0;
        squares[at(1, 0)] += s1;
        squares[at(1, 1)] += dy * s1;
        squares[at(1, 2)] += dy2 * s1;
        squares[at(1, 3)] += dy3 * s1;
        squares[at(2, 0)] += s2;
        squares[at(2, 1)] += dy * s2;
        squares[at(2, 2)] += dy2 * s2;
        squares[at(3, 0)] += s3;
        squares[at(3, 1)] += dy * s3;
        squares[at(4, 0)] += s4;
        misfits[at(0, 0)] += m0;
        misfits[at(0, 1)] += dy * m0;
        misfits[at(0, 2)] += dy2 * m0;
        misfits[at(1, 0)] += m1;
        misfits[at(1, 1)] += dy * m1;
        misfits[at(2, 0)] += m2;
    }

    private static int at(int powerX, int powerY) {
        return powerX * ORDERS + powerY;
    }

    /**
     * Writes the equations: peak, x, y and, where the matrix has room for them, the covariance's xx, xy, yy.
     *
     * @param normal n rows of n + 1: the matrix with the right-hand side as last column
     * @param a first element of the inverse covariance {@code (a b; b c)}
     */
    void fill(double[][] normal, double peak, double a, double b, double c) {
        int n = normal.length;
        setTurn(a, b, c);
        for (int i = 0; i < n; i++) {
            factor[i] = i == 0 ? 1 : i == 3 || i == 5 ? peak / 2 : peak;
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int k = BLOCK[i]; k < BLOCK_END[i]; k++) {
                    sum += turn[i][k] * factor[k] * squares[at(POWER_X[k] + POWER_X[j], POWER_Y[k] + POWER_Y[j])];
                }
                turned[i][j] = sum * factor[j];
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                double sum = 0;
                for (int k = BLOCK[j]; k < BLOCK_END[j]; k++) {
                    sum += turned[i][k] * turn[j][k];
                }
                normal[i][j] = sum;
                normal[j][i] = sum;
            }
            double right = 0;
            for (int k = BLOCK[i]; k < BLOCK_END[i]; k++) {
                right += turn[i][k] * factor[k] * misfits[at(POWER_X[k], POWER_Y[k])];
            }
            normal[i][n] = right;
        }
    }

    /** How the slopes by place and covariance follow from those by dx, dy: d(-q/2)/dC = ½ (C⁻¹d)(C⁻¹d)ᵀ. */
    private void setTurn(double a, double b, double c) {
        turn[0][0] = 1;
        turn[1][1] = a;
        turn[1][2] = b;
        turn[2][1] = b;
        turn[2][2] = c;
        turn[3][3] = a * a;
        turn[3][4] = a * b;
        turn[3][5] = b * b;
        turn[4][3] = 2 * a * b;
        turn[4][4] = a * c + b * b;
        turn[4][5] = 2 * b * c;
        turn[5][3] = b * b;
        turn[5][4] = b * c;
        turn[5][5] = c * c;
    }
}
