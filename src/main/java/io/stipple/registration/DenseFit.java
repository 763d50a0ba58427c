package io.stipple.registration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.opencv.imgproc.Imgproc;

/**
 * Refines a spline map on every pixel: Gauss–Newton on robust {@link PixelEquations} (Baker and Matthews 2004, IJCV 56:221)
 * for the control points of a free-form deformation, coarse to fine.
 *
 * <p>Pixel equations are summed over small blocks, each in one thread and in one order, so that the result does not depend on
 * the number of threads.
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
        List<Textures> small = new ArrayList<>();
        WorkGrid grid = targets.get(0).grid().reducedBy(reduction);
        try (Textures moving = photo.reducedBy(reductionOf(photo, start, grid))) {
            targets.forEach(target -> small.add(target.reducedBy(reduction)));
            List<float[][]> fixed = small.stream().map(PixelEquations::arrays).toList();
            SplineSurface map = start;
            for (int round = 0; round < settings.rounds().get(level); round++) {
                double[] step = step(level, map, moving, grid, fixed);
                map = map.moved(step);
                double largest = Arrays.stream(step).map(Math::abs).max().orElse(0);
                if (largest < settings.settledPx() * moving.grid().pxPerWork()) {
                    break;
                }
            }
            return map;
        } finally {
            small.forEach(Textures::close);
        }
    }

    /** The reduction at which the photo's pixels come nearest to the reference's, so that none is skipped. */
    private static int reductionOf(Textures photo, SplineSurface map, WorkGrid reference) {
        SplineGrid domain = map.grid();
        double determinant = map.at((domain.left() + domain.right()) / 2, (domain.top() + domain.bottom()) / 2)
                .determinant();
        double photoPxPerWork = Math.sqrt(Math.abs(determinant)) * reference.pxPerWork();
        double ratio = photoPxPerWork / photo.grid().pxPerWork();
        int reduction = 1;
        while (reduction < 8 && reduction * Math.sqrt(2) < ratio) {
            reduction *= 2;
        }
        return reduction;
    }

    private double[] step(int level, SplineSurface map, Textures moving, WorkGrid grid, List<float[][]> fixed) {
        SplineSystem system = new SplineSystem(map.grid());
        try (Textures laid = moving.laidOn(grid, map, Imgproc.INTER_CUBIC)) {
            float[][] warped = PixelEquations.arrays(laid);
            for (int target = 0; target < fixed.size(); target++) {
                double share = target == 0 ? 1 : settings.previousShare();
                addTarget(level, share, map, grid, fixed.get(target), warped, system);
            }
        }
        double zoom = moving.grid().pxPerWork() / grid.pxPerWork();
        system.bend(settings.bendingWeight() / (zoom * zoom), map);
        system.hold(settings.holdWeight());
        return system.solve();
    }

    private void addTarget(
            int level,
            double share,
            SplineSurface map,
            WorkGrid grid,
            float[][] fixed,
            float[][] warped,
            SplineSystem system) {
        int block = settings.blockPx();
        int blockCols = grid.cols() / block;
        int blockRows = grid.rows() / block;
        double[] sums = new double[blockCols * blockRows * PixelEquations.SUMS];
        PixelEquations equations = new PixelEquations(
                grid, fixed, warped, settings.robustFactor().get(level), settings.shares(), settings);
        IntStream.range(0, blockRows).parallel().forEach(row -> {
            for (int col = 0; col < blockCols; col++) {
                int at = (row * blockCols + col) * PixelEquations.SUMS;
                equations.add(col * block, (col + 1) * block, row * block, (row + 1) * block, sums, at);
            }
        });
        for (int row = 0; row < blockRows; row++) {
            for (int col = 0; col < blockCols; col++) {
                int at = (row * blockCols + col) * PixelEquations.SUMS;
                if (sums[at] + sums[at + 2] > 0) {
                    double x = grid.xOf((col + 0.5) * block - 0.5);
                    double y = grid.yOf((row + 0.5) * block - 0.5);
                    addBlock(map, grid, x, y, share, sums, at, system);
                }
            }
        }
    }

    /** Turns sums of gradients by reference work px into pulls by photo px, and adds them. */
    private static void addBlock(
            SplineSurface map,
            WorkGrid grid,
            double x,
            double y,
            double share,
            double[] sums,
            int at,
            SplineSystem system) {
        if (!map.grid().holds(x, y)) {
            return;
        }
        SplineSurface.Jet jet = map.at(x, y);
        double a = jet.xByX() * grid.pxPerCol();
        double b = jet.xByY() * grid.pxPerRow();
        double c = jet.yByX() * grid.pxPerCol();
        double d = jet.yByY() * grid.pxPerRow();
        double determinant = a * d - b * c;
        if (!(determinant > 0)) {
            return;
        }
        // A gradient by photo px is the inverse transposed Jacobian times that by reference px.
        double p = d / determinant;
        double q = -c / determinant;
        double r = -b / determinant;
        double s = a / determinant;
        double gxx = share * sums[at];
        double gxy = share * sums[at + 1];
        double gyy = share * sums[at + 2];
        system.pull(
                x,
                y,
                p * p * gxx + 2 * p * q * gxy + q * q * gyy,
                p * r * gxx + (p * s + q * r) * gxy + q * s * gyy,
                r * r * gxx + 2 * r * s * gxy + s * s * gyy,
                share * (p * sums[at + 3] + q * sums[at + 4]),
                share * (r * sums[at + 3] + s * sums[at + 4]));
    }
}
