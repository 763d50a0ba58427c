package io.stipple.registration;

/**
 * A {@link SplineSurface} evaluated row by row: the basis is separable, so a row first folds the four control rows into
 * one, and each pixel then costs eight products.
 */
final class SplineRows {
    private final SplineSurface surface;
    private final WorkGrid reference;
    private final int[] cell;
    private final double[] basis;
    /** Distance beyond the left or right border, px of the reference; 0 inside. */
    private final double[] beyond;

    private final double[] slope;

    SplineRows(SplineSurface surface, WorkGrid reference) {
        this.surface = surface;
        this.reference = reference;
        this.cell = new int[reference.cols()];
        this.basis = new double[4 * reference.cols()];
        this.slope = new double[4 * reference.cols()];
        this.beyond = new double[reference.cols()];
        SplineGrid grid = surface.grid();
        double[] b = new double[4];
        for (int col = 0; col < reference.cols(); col++) {
            double x = reference.xOf(col);
            double inside = Math.max(grid.left(), Math.min(grid.right(), x));
            cell[col] = grid.cellX(inside);
            double t = (inside - grid.left()) / grid.step() - cell[col];
            beyond[col] = x - inside;
            SplineGrid.basis(t, b);
            System.arraycopy(b, 0, basis, 4 * col, 4);
            SplineGrid.slope(t, b);
            for (int p = 0; p < 4; p++) {
                slope[4 * col + p] = b[p] / grid.step();
            }
        }
    }

    /** Fills {@code outX, outY} with the photo work px of each pixel of a row of the reference. */
    void fill(int row, WorkGrid photo, float[] outX, float[] outY) {
        SplineGrid grid = surface.grid();
        double y = reference.yOf(row);
        double inside = Math.max(grid.top(), Math.min(grid.bottom(), y));
        int j = grid.cellY(inside);
        double t = (inside - grid.top()) / grid.step() - j;
        double[] by = new double[4];
        double[] dy = new double[4];
        SplineGrid.basis(t, by);
        SplineGrid.slope(t, dy);
        for (int q = 0; q < 4; q++) {
            // Straight on above and below the domain: a first-order step along y is a change of the row weights.
            by[q] += dy[q] / grid.step() * (y - inside);
        }
        double[] foldedX = folded(surface.controlX(), j, by);
        double[] foldedY = folded(surface.controlY(), j, by);
        for (int col = 0; col < outX.length; col++) {
            double sumX = 0;
            double sumY = 0;
            for (int p = 0; p < 4; p++) {
                double b = basis[4 * col + p] + beyond[col] * slope[4 * col + p];
                sumX += b * foldedX[cell[col] + p];
                sumY += b * foldedY[cell[col] + p];
            }
            outX[col] = (float) photo.colOf(sumX);
            outY[col] = (float) photo.rowOf(sumY);
        }
    }

    private double[] folded(double[] control, int firstRow, double[] weights) {
        int nodes = surface.grid().nodesX();
        double[] out = new double[nodes];
        for (int q = 0; q < 4; q++) {
            int at = (firstRow + q) * nodes;
            for (int i = 0; i < nodes; i++) {
                out[i] += weights[q] * control[at + i];
            }
        }
        return out;
    }
}
