package io.stipple.registration;

/**
 * The least-squares equations for a step of a {@link SplineSurface}: data that pull at points, and a bending energy that
 * keeps the surface smooth where nothing pulls (Rueckert et al. 1999; the thin-plate energy of Wahba 1990).
 */
final class SplineSystem {
    /** Points of Gauss–Legendre quadrature on 0..1: exact to degree 7, and products of two cubics have degree 6. */
    private static final double[] QUADRATURE = {
        0.0694318442029737, 0.3300094782075719, 0.6699905217924281, 0.9305681557970263
    };

    private static final double[] WEIGHT = {
        0.1739274225687269, 0.3260725774312731, 0.3260725774312731, 0.1739274225687269
    };

    private final SplineGrid grid;
    private final BandedSystem system;
    private final double[] bx = new double[4];
    private final double[] by = new double[4];

    SplineSystem(SplineGrid grid) {
        this.grid = grid;
        int reach = SplineGrid.ORDER * grid.nodesX() + SplineGrid.ORDER;
        this.system = new BandedSystem(2 * grid.nodes(), 2 * reach + 1);
    }

    /**
     * A datum at a point of the reference: weighted normal equations of the local shift (dx, dy), which the basis spreads
     * over the 16 nodes around.
     */
    void pull(double xRef, double yRef, double wxx, double wxy, double wyy, double rx, double ry) {
        int i = grid.cellX(xRef);
        int j = grid.cellY(yRef);
        SplineGrid.basis((xRef - grid.left()) / grid.step() - i, bx);
        SplineGrid.basis((yRef - grid.top()) / grid.step() - j, by);
        for (int a = 0; a < 16; a++) {
            int nodeA = 2 * ((j + a / 4) * grid.nodesX() + i + a % 4);
            double va = bx[a % 4] * by[a / 4];
            system.addRight(nodeA, va * rx);
            system.addRight(nodeA + 1, va * ry);
            for (int b = 0; b <= a; b++) {
                int nodeB = 2 * ((j + b / 4) * grid.nodesX() + i + b % 4);
                double v = va * bx[b % 4] * by[b / 4];
                system.add(nodeA, nodeB, v * wxx);
                system.add(nodeA + 1, nodeB, v * wxy);
                system.add(nodeA + 1, nodeB + 1, v * wyy);
                if (a != b) {
                    system.add(nodeA, nodeB + 1, v * wxy);
                }
            }
        }
    }

    /** Adds {@code weight} times the bending energy of {@code from} plus the step: ∫ f_xx² + 2 f_xy² + f_yy². */
    void bend(double weight, SplineSurface from) {
        double[][] value = gram(0);
        double[][] slope = gram(1);
        double[][] curve = gram(2);
        double perArea = weight / (grid.step() * grid.step());
        for (int cellY = 0; cellY < grid.cellsY(); cellY++) {
            for (int cellX = 0; cellX < grid.cellsX(); cellX++) {
                bendCell(cellX, cellY, perArea, value, slope, curve, from);
            }
        }
    }

    private void bendCell(
            int cellX,
            int cellY,
            double weight,
            double[][] value,
            double[][] slope,
            double[][] curve,
            SplineSurface from) {
        for (int a = 0; a < 16; a++) {
            int nodeA = (cellY + a / 4) * grid.nodesX() + cellX + a % 4;
            double pullX = 0;
            double pullY = 0;
            for (int b = 0; b < 16; b++) {
                int nodeB = (cellY + b / 4) * grid.nodesX() + cellX + b % 4;
                double v = weight
                        * (curve[a % 4][b % 4] * value[a / 4][b / 4]
                                + 2 * slope[a % 4][b % 4] * slope[a / 4][b / 4]
                                + value[a % 4][b % 4] * curve[a / 4][b / 4]);
                pullX += v * from.controlX()[nodeB];
                pullY += v * from.controlY()[nodeB];
                if (b <= a) {
                    system.add(2 * nodeA, 2 * nodeB, v);
                    system.add(2 * nodeA + 1, 2 * nodeB + 1, v);
                }
            }
            system.addRight(2 * nodeA, -pullX);
            system.addRight(2 * nodeA + 1, -pullY);
        }
    }

    /** Inner products over one cell of the basis' derivatives of the given degree. */
    private static double[][] gram(int degree) {
        double[][] products = new double[4][4];
        double[] b = new double[4];
        for (int point = 0; point < QUADRATURE.length; point++) {
            switch (degree) {
                case 0 -> SplineGrid.basis(QUADRATURE[point], b);
                case 1 -> SplineGrid.slope(QUADRATURE[point], b);
                default -> SplineGrid.curve(QUADRATURE[point], b);
            }
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 4; j++) {
                    products[i][j] += WEIGHT[point] * b[i] * b[j];
                }
            }
        }
        return products;
    }

    /** A pull of every node towards no step at all, so weak that it only decides what nothing else does. */
    void hold(double weight) {
        for (int row = 0; row < system.size(); row++) {
            system.add(row, row, weight);
        }
    }

    /** The step of every node, x and y in turn; the system is used up. */
    double[] solve() {
        return system.solve();
    }
}
