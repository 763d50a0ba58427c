package io.stipple.registration;

import java.util.Arrays;
import java.util.List;

/**
 * Refines a spline map on every pixel: Gauss–Newton on robust {@link PixelEquations} (Baker and Matthews 2004, IJCV 56:221)
 * for the control points of a free-form deformation, coarse to fine.
 */
final class DenseFit {
    private final DenseSettings settings;

    DenseFit(DenseSettings settings) {
        this.settings = settings;
    }

    /**
     * A refined map.
     *
     * @param photo textures of the photo at the finest scale
     * @param targets textures on the reference's grid: the reference's own first, then the previous photo's laid on it
     */
    SplineSurface refined(SplineSurface start, Textures photo, List<Textures> targets) {
        SplineSurface map = start;
        for (int level = 0; level < settings.levels().size(); level++) {
            map = atLevel(level, map, photo, targets);
        }
        return map;
    }

    private SplineSurface atLevel(int level, SplineSurface start, Textures photo, List<Textures> targets) {
        int reduction = settings.levels().get(level);
        try (FitLevel fit = FitLevel.of(reduction, start, photo, targets, settings)) {
            SplineSurface map = start;
            for (int round = 0; round < settings.rounds().get(level); round++) {
                double[] step = step(level, map, fit);
                map = map.moved(step);
                double largest = Arrays.stream(step).map(Math::abs).max().orElse(0);
                if (largest < settings.settledPx() * fit.photoPxPerWork()) {
                    break;
                }
            }
            return map;
        }
    }

    private double[] step(int level, SplineSurface map, FitLevel fit) {
        SplineSystem system = new SplineSystem(map.grid());
        fit.pull(map, settings.robustFactor().get(level), settings.shares(), system::pull);
        system.bend(settings.bendingWeight() / (fit.zoom() * fit.zoom()), map);
        system.hold(settings.holdWeight());
        return system.solve();
    }
}
