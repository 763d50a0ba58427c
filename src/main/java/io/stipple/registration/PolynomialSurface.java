package io.stipple.registration;

import io.stipple.model.PointPx;
import java.util.List;

/**
 * A polynomial of low degree from reference to photo, fitted with weights (Holland and Welsch 1977, Commun. Stat. A 6:813):
 * the whole of a head before its details.
 */
final class PolynomialSurface {
    private final int degree;
    private final double centreX;
    private final double centreY;
    private final double half;
    private final double[] x;
    private final double[] y;

    /** Takes over the coefficients of x and y, in the order of {@link #fill}. */
    PolynomialSurface(int degree, double centreX, double centreY, double half, double[] x, double[] y) {
        this.degree = degree;
        this.centreX = centreX;
        this.centreY = centreY;
        this.half = half;
        this.x = x;
        this.y = y;
    }

    /**
     * Weighted least squares.
     *
     * @param half half the extent of the head, px: coordinates are divided by it, so that powers stay near 1
     * @throws ArithmeticException when the matches do not support the degree
     */
    static PolynomialSurface fit(
            int degree, List<Match> matches, double[] weights, double centreX, double centreY, double half) {
        int terms = (degree + 1) * (degree + 2) / 2;
        BandedSystem forX = new BandedSystem(terms, terms - 1);
        BandedSystem forY = new BandedSystem(terms, terms - 1);
        double[] basis = new double[terms];
        double total = 0;
        for (int k = 0; k < weights.length; k++) {
            Match match = matches.get(k);
            fill(degree, (match.xRef() - centreX) / half, (match.yRef() - centreY) / half, basis);
            total += weights[k];
            for (int row = 0; row < terms; row++) {
                forX.addRight(row, weights[k] * basis[row] * match.xPhoto());
                forY.addRight(row, weights[k] * basis[row] * match.yPhoto());
                for (int col = 0; col <= row; col++) {
                    forX.add(row, col, weights[k] * basis[row] * basis[col]);
                    forY.add(row, col, weights[k] * basis[row] * basis[col]);
                }
            }
        }
        // A trace of a pull to zero holds the highest terms where matches leave them free.
        for (int row = 3; row < terms; row++) {
            forX.add(row, row, 1e-4 * total / terms);
            forY.add(row, row, 1e-4 * total / terms);
        }
        return new PolynomialSurface(degree, centreX, centreY, half, forX.solve(), forY.solve());
    }

    PointPx at(double xRef, double yRef) {
        double[] basis = new double[x.length];
        fill(degree, (xRef - centreX) / half, (yRef - centreY) / half, basis);
        double px = 0;
        double py = 0;
        for (int k = 0; k < basis.length; k++) {
            px += basis[k] * x[k];
            py += basis[k] * y[k];
        }
        return new PointPx(px, py);
    }

    /** The terms 1, u, v, u², uv, v² … up to the degree. */
    static void fill(int degree, double u, double v, double[] basis) {
        int at = 0;
        for (int total = 0; total <= degree; total++) {
            for (int ofV = 0; ofV <= total; ofV++) {
                basis[at++] = Math.pow(u, total - ofV) * Math.pow(v, ofV);
            }
        }
    }
}
