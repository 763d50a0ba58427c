package io.stipple.registration;

import io.stipple.model.PointPx;
import java.util.function.BiFunction;

/**
 * A cubic B-spline from points of the reference photo to points of a photo: the free-form deformation of Rueckert et
 * al. (1999, IEEE TMI 18:712), holding positions rather than shifts.
 *
 * <p>Outside its domain it goes on straight, with the slope of the nearest border, so it is total and once continuously
 * differentiable. A cubic B-spline holds every cubic polynomial exactly, hence also every start that a polynomial gave.
 */
final class SplineSurface {
    private final SplineGrid grid;
    private final double[] x;
    private final double[] y;

    /** Takes over two arrays of control values, row by row. */
    SplineSurface(SplineGrid grid, double[] x, double[] y) {
        if (x.length != grid.nodes() || y.length != grid.nodes()) {
            throw new IllegalArgumentException(
                    x.length + " and " + y.length + " control values for " + grid.nodes() + " nodes");
        }
        this.grid = grid;
        this.x = x;
        this.y = y;
    }

    /**
     * The surface nearest to a smooth function: local quasi-interpolation, exact for cubic polynomials (de Boor and Fix
     * 1973, J. Approx. Theory 8:19).
     */
    static SplineSurface sampled(SplineGrid grid, BiFunction<Double, Double, PointPx> function) {
        int nx = grid.nodesX() + 2;
        int ny = grid.nodesY() + 2;
        double[] fx = new double[nx * ny];
        double[] fy = new double[nx * ny];
        for (int j = 0; j < ny; j++) {
            for (int i = 0; i < nx; i++) {
                PointPx at = function.apply(grid.left() + (i - 2) * grid.step(), grid.top() + (j - 2) * grid.step());
                fx[j * nx + i] = at.x();
                fy[j * nx + i] = at.y();
            }
        }
        return new SplineSurface(grid, sharpened(fx, nx, ny), sharpened(fy, nx, ny));
    }

    /** Undoes the smoothing of the basis to third order: (1 - δ²/6) along x and along y; drops the outermost samples. */
    private static double[] sharpened(double[] f, int nx, int ny) {
        int outX = nx - 2;
        double[] along = new double[outX * ny];
        for (int j = 0; j < ny; j++) {
            for (int i = 0; i < outX; i++) {
                int at = j * nx + i + 1;
                along[j * outX + i] = f[at] - (f[at - 1] - 2 * f[at] + f[at + 1]) / 6;
            }
        }
        double[] out = new double[outX * (ny - 2)];
        for (int j = 0; j < ny - 2; j++) {
            for (int i = 0; i < outX; i++) {
                int at = (j + 1) * outX + i;
                out[j * outX + i] = along[at] - (along[at - outX] - 2 * along[at] + along[at + outX]) / 6;
            }
        }
        return out;
    }

    SplineGrid grid() {
        return grid;
    }

    /** Control values of x, row by row; read only. */
    double[] controlX() {
        return x;
    }

    /** Control values of y, row by row; read only. */
    double[] controlY() {
        return y;
    }

    /** This surface with {@code steps} (x and y of each node in turn) added to the control values. */
    SplineSurface moved(double[] steps) {
        double[] newX = x.clone();
        double[] newY = y.clone();
        for (int node = 0; node < newX.length; node++) {
            newX[node] += steps[2 * node];
            newY[node] += steps[2 * node + 1];
        }
        return new SplineSurface(grid, newX, newY);
    }

    /** This surface and another on the same grid added up. */
    SplineSurface plus(SplineSurface other) {
        double[] steps = new double[2 * x.length];
        for (int node = 0; node < x.length; node++) {
            steps[2 * node] = other.x[node];
            steps[2 * node + 1] = other.y[node];
        }
        return moved(steps);
    }

    /** Px of the photo for each px of the reference, in the middle of the domain. */
    double zoom() {
        return Math.sqrt(Math.abs(at((grid.left() + grid.right()) / 2, (grid.top() + grid.bottom()) / 2)
                .determinant()));
    }

    /** Position and slopes at a point of the reference. */
    Jet at(double xRef, double yRef) {
        double cx = Math.max(grid.left(), Math.min(grid.right(), xRef));
        double cy = Math.max(grid.top(), Math.min(grid.bottom(), yRef));
        int i = grid.cellX(cx);
        int j = grid.cellY(cy);
        double tx = (cx - grid.left()) / grid.step() - i;
        double ty = (cy - grid.top()) / grid.step() - j;
        double[] bx = new double[4];
        double[] by = new double[4];
        double[] dx = new double[4];
        double[] dy = new double[4];
        SplineGrid.basis(tx, bx);
        SplineGrid.basis(ty, by);
        SplineGrid.slope(tx, dx);
        SplineGrid.slope(ty, dy);
        double px = 0;
        double py = 0;
        double xByX = 0;
        double xByY = 0;
        double yByX = 0;
        double yByY = 0;
        for (int q = 0; q < 4; q++) {
            int row = (j + q) * grid.nodesX() + i;
            for (int p = 0; p < 4; p++) {
                double value = bx[p] * by[q];
                double slopeX = dx[p] * by[q] / grid.step();
                double slopeY = bx[p] * dy[q] / grid.step();
                px += value * x[row + p];
                py += value * y[row + p];
                xByX += slopeX * x[row + p];
                xByY += slopeY * x[row + p];
                yByX += slopeX * y[row + p];
                yByY += slopeY * y[row + p];
            }
        }
        double outX = xRef - cx;
        double outY = yRef - cy;
        return new Jet(px + xByX * outX + xByY * outY, py + yByX * outX + yByY * outY, xByX, xByY, yByX, yByY);
    }

    /**
     * A point and the slopes there.
     *
     * @param x px of the photo
     * @param y px of the photo
     * @param xByX ∂x/∂x of the reference
     * @param xByY ∂x/∂y of the reference
     * @param yByX ∂y/∂x of the reference
     * @param yByY ∂y/∂y of the reference
     */
    record Jet(double x, double y, double xByX, double xByY, double yByX, double yByY) {
        double determinant() {
            return xByX * yByY - xByY * yByX;
        }
    }
}
