package io.stipple.registration;

import io.stipple.model.PointPx;
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
    /** Terms of a quadratic: 1, x, y, x², xy, y². */
    private static final int TERMS = 6;

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
        fit.pullByAgreement(map, settings.robustFactor(), TINT_ALONE, (x, y, wxx, wxy, wyy, rx, ry) -> {
            double[] terms = terms(x, y, grid);
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

    /** The terms at a point of the reference; its coordinates go from about -1 to 1 across the head. */
    private static double[] terms(double x, double y, SplineGrid grid) {
        double half = Math.max(grid.right() - grid.left(), grid.bottom() - grid.top()) / 2;
        double across = (x - (grid.left() + grid.right()) / 2) / half;
        double down = (y - (grid.top() + grid.bottom()) / 2) / half;
        return new double[] {1, across, down, across * across, across * down, down * down};
    }

    private static SplineSurface surface(double[] shift, SplineGrid grid) {
        return SplineSurface.sampled(grid, (x, y) -> {
            double[] terms = terms(x, y, grid);
            double shiftX = 0;
            double shiftY = 0;
            for (int term = 0; term < TERMS; term++) {
                shiftX += shift[2 * term] * terms[term];
                shiftY += shift[2 * term + 1] * terms[term];
            }
            return new PointPx(shiftX, shiftY);
        });
    }
}
