package io.stipple.photo;

import java.util.Arrays;

/**
 * A 3 × 3 matrix between linear colour spaces, row by row.
 *
 * <p>White points are brought together by Bradford's adaptation (Lam 1985; ICC.1:2022 annex E).
 */
final class ColourMatrix {
    /** White of the ICC profile connection space, XYZ. */
    static final double[] D50 = {0.9642, 1, 0.8249};

    private static final double[] BRADFORD = {0.8951, 0.2664, -0.1614, -0.7502, 1.7135, 0.0367, 0.0389, -0.0685, 1.0296
    };
    private static final Chromaticities SRGB = new Chromaticities(0.64, 0.33, 0.30, 0.60, 0.15, 0.06, 0.3127, 0.3290);

    private final double[] rows;

    private ColourMatrix(double[] rows) {
        this.rows = rows;
    }

    /** CIE xy of the primaries and of white. */
    record Chromaticities(
            double redX,
            double redY,
            double greenX,
            double greenY,
            double blueX,
            double blueY,
            double whiteX,
            double whiteY) {
        static final Chromaticities DISPLAY_P3 =
                new Chromaticities(0.680, 0.320, 0.265, 0.690, 0.150, 0.060, 0.3127, 0.3290);
        static final Chromaticities ADOBE_RGB = new Chromaticities(0.64, 0.33, 0.21, 0.71, 0.15, 0.06, 0.3127, 0.3290);
        static final Chromaticities REC_2020 =
                new Chromaticities(0.708, 0.292, 0.170, 0.797, 0.131, 0.046, 0.3127, 0.3290);

        static Chromaticities srgb() {
            return SRGB;
        }

        double[] white() {
            return new double[] {whiteX / whiteY, 1, (1 - whiteX - whiteY) / whiteY};
        }

        /** Linear RGB of these primaries to XYZ of their own white. */
        ColourMatrix toXyz() {
            ColourMatrix primaries = new ColourMatrix(new double[] {
                redX, greenX, blueX, redY, greenY, blueY, 1 - redX - redY, 1 - greenX - greenY, 1 - blueX - blueY
            });
            double[] strength = primaries.inverse().times(white());
            return primaries.times(diagonal(strength));
        }
    }

    static ColourMatrix identity() {
        return diagonal(new double[] {1, 1, 1});
    }

    /** Linear RGB of {@code chromaticities} to linear sRGB. */
    static ColourMatrix toSrgb(Chromaticities chromaticities) {
        return SRGB.toXyz()
                .inverse()
                .times(adaptation(chromaticities.white(), SRGB.white()))
                .times(chromaticities.toXyz());
    }

    /**
     * Linear RGB to linear sRGB, from the XYZ of the three primaries relative to {@link #D50}, as an ICC profile holds
     * them.
     */
    static ColourMatrix toSrgb(double[] red, double[] green, double[] blue) {
        ColourMatrix toXyz = new ColourMatrix(
                new double[] {red[0], green[0], blue[0], red[1], green[1], blue[1], red[2], green[2], blue[2]});
        toXyz.inverse(); // primaries on one line describe no colours
        return SRGB.toXyz().inverse().times(adaptation(D50, SRGB.white())).times(toXyz);
    }

    private static ColourMatrix adaptation(double[] from, double[] to) {
        ColourMatrix cones = new ColourMatrix(BRADFORD);
        double[] ofFrom = cones.times(from);
        double[] ofTo = cones.times(to);
        double[] gain = {ofTo[0] / ofFrom[0], ofTo[1] / ofFrom[1], ofTo[2] / ofFrom[2]};
        return cones.inverse().times(diagonal(gain)).times(cones);
    }

    private static ColourMatrix diagonal(double[] values) {
        return new ColourMatrix(new double[] {values[0], 0, 0, 0, values[1], 0, 0, 0, values[2]});
    }

    /** The nine elements, row by row. */
    double[] rows() {
        return rows.clone();
    }

    boolean isIdentity() {
        return Arrays.equals(rows, identity().rows);
    }

    double[] times(double[] vector) {
        double[] product = new double[3];
        for (int row = 0; row < 3; row++) {
            product[row] = rows[3 * row] * vector[0] + rows[3 * row + 1] * vector[1] + rows[3 * row + 2] * vector[2];
        }
        return product;
    }

    ColourMatrix times(ColourMatrix right) {
        double[] product = new double[9];
        for (int i = 0; i < 9; i++) {
            int row = 3 * (i / 3);
            int column = i % 3;
            product[i] = rows[row] * right.rows[column]
                    + rows[row + 1] * right.rows[column + 3]
                    + rows[row + 2] * right.rows[column + 6];
        }
        return new ColourMatrix(product);
    }

    /**
     * The inverse.
     *
     * @throws IllegalArgumentException when there is none
     */
    ColourMatrix inverse() {
        double[] m = rows;
        double[] adjugate = {
            m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
            m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
            m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
        };
        double determinant = m[0] * adjugate[0] + m[1] * adjugate[3] + m[2] * adjugate[6];
        if (!(Math.abs(determinant) > 1e-6)) {
            throw new IllegalArgumentException("the primaries span no colour space (determinant " + determinant + ")");
        }
        return new ColourMatrix(
                Arrays.stream(adjugate).map(a -> a / determinant).toArray());
    }
}
