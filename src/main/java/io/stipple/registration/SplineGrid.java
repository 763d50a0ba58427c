package io.stipple.registration;

/**
 * Where the control points of a uniform cubic B-spline surface lie, and its basis.
 *
 * <p>Control point (i, j) stands at {@code (left + (i - 1)·step, top + (j - 1)·step)}: one beyond the domain on each side.
 *
 * @param left left border of the domain, px of the reference photo
 * @param top top border of the domain
 * @param step distance of the control points, px
 * @param cellsX cells across the domain
 * @param cellsY cells down the domain
 */
record SplineGrid(double left, double top, double step, int cellsX, int cellsY) {
    /** Control points that a cubic B-spline has beyond its cells along each axis. */
    static final int ORDER = 3;

    SplineGrid {
        if (!(step > 0) || cellsX < 1 || cellsY < 1) {
            throw new IllegalArgumentException(
                    "a spline grid has " + cellsX + " x " + cellsY + " cells of " + step + " px, all above 0");
        }
    }

    /** The smallest grid with the given spacing over a rectangle. */
    static SplineGrid over(double left, double top, double right, double bottom, double step) {
        int cellsX = Math.max(1, (int) Math.ceil((right - left) / step));
        int cellsY = Math.max(1, (int) Math.ceil((bottom - top) / step));
        double padX = (cellsX * step - (right - left)) / 2;
        double padY = (cellsY * step - (bottom - top)) / 2;
        return new SplineGrid(left - padX, top - padY, step, cellsX, cellsY);
    }

    int nodesX() {
        return cellsX + ORDER;
    }

    int nodesY() {
        return cellsY + ORDER;
    }

    int nodes() {
        return nodesX() * nodesY();
    }

    double right() {
        return left + cellsX * step;
    }

    double bottom() {
        return top + cellsY * step;
    }

    /** Whether a point lies in the domain. */
    boolean holds(double x, double y) {
        return x >= left && x <= right() && y >= top && y <= bottom();
    }

    /** Cell that holds x, clamped to the domain. */
    int cellX(double x) {
        return Math.max(0, Math.min(cellsX - 1, (int) Math.floor((x - left) / step)));
    }

    /** Cell that holds y, clamped to the domain. */
    int cellY(double y) {
        return Math.max(0, Math.min(cellsY - 1, (int) Math.floor((y - top) / step)));
    }

    /** Fills {@code b[0..3]} with the cubic basis at {@code t} in 0..1 of a cell. */
    static void basis(double t, double[] b) {
        double s = 1 - t;
        b[0] = s * s * s / 6;
        b[1] = (4 - 6 * t * t + 3 * t * t * t) / 6;
        b[2] = (4 - 6 * s * s + 3 * s * s * s) / 6;
        b[3] = t * t * t / 6;
    }

    /** Fills {@code d[0..3]} with the first derivative of the basis, per cell. */
    static void slope(double t, double[] d) {
        double s = 1 - t;
        d[0] = -s * s / 2;
        d[1] = (3 * t * t - 4 * t) / 2;
        d[2] = (4 * s - 3 * s * s) / 2;
        d[3] = t * t / 2;
    }

    /** Fills {@code d[0..3]} with the second derivative of the basis, per cell². */
    static void curve(double t, double[] d) {
        d[0] = 1 - t;
        d[1] = 3 * t - 2;
        d[2] = 1 - 3 * t;
        d[3] = t;
    }
}
