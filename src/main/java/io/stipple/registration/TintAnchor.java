package io.stipple.registration;

import io.stipple.model.PointPx;
import java.util.List;

/**
 * Takes out of a map what light from another side put into it.
 *
 * <p>A pore is a dent: lit from the left its shade lies left in it, lit from the right, right. Where light swings round, the
 * shades of all pores shift alike, and with them every map fitted to them. Redness, the ratio of two channels, knows no shade
 * (photometric invariants for alignment: van de Weijer and Gevers 2004, ICIP), but is too faint to carry a map by itself. So
 * it decides only what all of the head has in common: a shift that varies linearly across it. Where the
 * light is the same, or redness is mere noise, the map stays as it is.
 */
final class TintAnchor {
    private static final List<Double> TINT_ALONE = List.of(0.0, 0.0, 1.0);
    /** Terms of a plane: 1, x, y. */
    private static final int TERMS = 3;

    private final AnchorSettings settings;
    private final DenseSettings dense;

    TintAnchor(AnchorSettings settings, DenseSettings dense) {
        this.settings = settings;
        this.dense = dense;
    }

    /**
     * The map with a plane added on which the tints of photo and targets agree best.
     *
     * @param photo textures of the photo at the finest scale
     * @param targets textures on the reference's grid
     * @param shiftPx how far the shade may be expected to have shifted, as a standard deviation, px of the reference; 0: not at all
     */
    SplineSurface anchored(SplineSurface start, Textures photo, List<Textures> targets, double shiftPx) {
        if (!(shiftPx > 0)) {
            return start;
        }
        double[] plane = new double[2 * TERMS];
        try (FitLevel fit = FitLevel.of(settings.reduction(), start, photo, targets, dense)) {
            for (int round = 0; round < settings.rounds(); round++) {
                double[] step = step(plane, start.plus(surface(plane, start.grid())), fit, shiftPx * start.zoom());
                for (int k = 0; k < plane.length; k++) {
                    plane[k] += step[k];
                }
            }
        }
        return start.plus(surface(plane, start.grid()));
    }

    private double[] step(double[] plane, SplineSurface map, FitLevel fit, double shiftPx) {
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
        for (int row = 0; row < plane.length; row++) {
            system.add(row, row, expected);
            system.addRight(row, -expected * plane[row]);
        }
        return system.solve();
    }

    /** 1, x and y, the latter from about -1 to 1 across the head. */
    private static double[] terms(double x, double y, SplineGrid grid) {
        double half = Math.max(grid.right() - grid.left(), grid.bottom() - grid.top()) / 2;
        return new double[] {
            1, (x - (grid.left() + grid.right()) / 2) / half, (y - (grid.top() + grid.bottom()) / 2) / half
        };
    }

    private static SplineSurface surface(double[] plane, SplineGrid grid) {
        return SplineSurface.sampled(grid, (x, y) -> {
            double[] terms = terms(x, y, grid);
            double shiftX = 0;
            double shiftY = 0;
            for (int term = 0; term < TERMS; term++) {
                shiftX += plane[2 * term] * terms[term];
                shiftY += plane[2 * term + 1] * terms[term];
            }
            return new PointPx(shiftX, shiftY);
        });
    }
}
