package io.stipple.registration;

import java.util.List;

/**
 * Takes out of a map what light from another side put into it.
 *
 * <p>A pore is a dent: lit from the left its shade lies left in it, lit from the right, right. Where light swings round, the
 * shades of all pores shift alike, and with them every map fitted to them. Redness, the ratio of two channels, knows no shade
 * (photometric invariants for alignment: van de Weijer and Gevers 2004, ICIP), but is too faint to carry a map by itself. So
 * it decides only what all of the head has in common: a shift that varies over it as smoothly as light does, a quadratic. Where the
 * light is the same, or redness is mere noise, the map stays as it is.
 */
final class TintAnchor {
    private static final List<Double> TINT_ALONE = List.of(0.0, 0.0, 1.0);
    private static final int DEGREE = 2;
    private static final int TERMS = (DEGREE + 1) * (DEGREE + 2) / 2;

    private final AnchorSettings settings;
    private final DenseSettings dense;

    TintAnchor(AnchorSettings settings, DenseSettings dense) {
        this.settings = settings;
        this.dense = dense;
    }

    /**
     * The map with the smooth shift added with which the tints of photo and targets agree best.
     *
     * @param photo textures of the photo at the finest scale
     * @param targets textures on the reference's grid
     * @param shiftPx how far the shade may be expected to have shifted, as a standard deviation, px of the reference; 0: not at all
     */
    SplineSurface anchored(SplineSurface start, Textures photo, List<Textures> targets, double shiftPx) {
        if (!(shiftPx > 0)) {
            return start;
        }
        double[] shift = new double[2 * TERMS];
        try (FitLevel fit = FitLevel.of(settings.reduction(), start, photo, targets, dense)) {
            for (int round = 0; round < settings.rounds(); round++) {
                double[] step = step(shift, start.plus(surface(shift, start.grid())), fit, shiftPx * start.zoom());
                for (int k = 0; k < shift.length; k++) {
                    shift[k] += step[k];
                }
            }
        }
        return start.plus(surface(shift, start.grid()));
    }

    private double[] step(double[] shift, SplineSurface map, FitLevel fit, double shiftPx) {
        SplineGrid grid = map.grid();
        BandedSystem system = new BandedSystem(2 * TERMS, 2 * TERMS - 1);
        double[] terms = new double[TERMS];
        fit.pullByAgreement(map, settings.robustFactor(), TINT_ALONE, (x, y, wxx, wxy, wyy, rx, ry) -> {
            PolynomialSurface.fill(DEGREE, (x - middleX(grid)) / half(grid), (y - middleY(grid)) / half(grid), terms);
            for (int i = 0; i < TERMS; i++) {
                system.addRight(2 * i, terms[i] * rx);
                system.addRight(2 * i + 1, terms[i] * ry);
                for (int j = 0; j <= i; j++) {
                    double product = terms[i] * terms[j];
                    system.add(2 * i, 2 * j, product * wxx);
                    system.add(2 * i + 1, 2 * j, product * wxy);
                    system.add(2 * i + 1, 2 * j + 1, product * wyy);
                    if (i != j) {
                        system.add(2 * i, 2 * j + 1, product * wxy);
                    }
                }
            }
        });
        double expected = 1 / (shiftPx * shiftPx);
        for (int row = 0; row < shift.length; row++) {
            system.add(row, row, expected);
            system.addRight(row, -expected * shift[row]);
        }
        return system.solve();
    }

    private static SplineSurface surface(double[] shift, SplineGrid grid) {
        double[] shiftX = new double[TERMS];
        double[] shiftY = new double[TERMS];
        for (int term = 0; term < TERMS; term++) {
            shiftX[term] = shift[2 * term];
            shiftY[term] = shift[2 * term + 1];
        }
        var quadratic = new PolynomialSurface(DEGREE, middleX(grid), middleY(grid), half(grid), shiftX, shiftY);
        return SplineSurface.sampled(grid, quadratic::at);
    }

    private static double middleX(SplineGrid grid) {
        return (grid.left() + grid.right()) / 2;
    }

    private static double middleY(SplineGrid grid) {
        return (grid.top() + grid.bottom()) / 2;
    }

    private static double half(SplineGrid grid) {
        return Math.max(grid.right() - grid.left(), grid.bottom() - grid.top()) / 2;
    }
}
