package io.stipple.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.opencv.imgproc.Imgproc;

/**
 * A photo and what it is fitted to, reduced to one scale; turns the {@link PixelEquations} of all pixels into pulls on a map.
 *
 * <p>Pixel equations are summed over small blocks, each in one thread and in one order, so that the result does not depend on
 * the number of threads.
 */
final class FitLevel implements AutoCloseable {
    private final DenseSettings settings;
    private final WorkGrid grid;
    private final Textures moving;
    private final List<float[][]> fixed;

    private FitLevel(DenseSettings settings, WorkGrid grid, Textures moving, List<float[][]> fixed) {
        this.settings = settings;
        this.grid = grid;
        this.moving = moving;
        this.fixed = fixed;
    }

    /**
     * The level at which the reference is {@code reduction} times smaller; the caller closes it.
     *
     * @param map near enough to tell the photo's scale against the reference's
     * @param photo textures of the photo at the finest scale
     * @param targets textures on the reference's grid: the reference's own first, then other photos' laid on it
     */
    static FitLevel of(
            int reduction, SplineSurface map, Textures photo, List<Textures> targets, DenseSettings settings) {
        List<Textures> small = new ArrayList<>();
        WorkGrid grid = targets.get(0).grid().reducedBy(reduction);
        try {
            targets.forEach(target -> small.add(target.reducedBy(reduction)));
            List<float[][]> fixed = small.stream().map(PixelEquations::arrays).toList();
            return new FitLevel(settings, grid, photo.reducedBy(reductionOf(photo, map, grid)), fixed);
        } finally {
            small.forEach(Textures::close);
        }
    }

    /** The reduction at which the photo's pixels come nearest to the reference's, so that none is skipped. */
    private static int reductionOf(Textures photo, SplineSurface map, WorkGrid reference) {
        double photoPxPerWork = map.zoom() * reference.pxPerWork();
        double ratio = photoPxPerWork / photo.grid().pxPerWork();
        int reduction = 1;
        while (reduction < 8 && reduction * Math.sqrt(2) < ratio) {
            reduction *= 2;
        }
        return reduction;
    }

    /** Size of the photo's work px against the reference's, in px of their photos: about the zoom of the map. */
    double zoom() {
        return moving.grid().pxPerWork() / grid.pxPerWork();
    }

    /** Photo px for each work px of the photo. */
    double photoPxPerWork() {
        return moving.grid().pxPerWork();
    }

    /**
     * What all pixels say of a map.
     *
     * @param robustFactor scale of the robust weight, in deviations of the difference
     * @param shares weights of skin, spots and tint
     */
    void pull(SplineSurface map, double robustFactor, List<Double> shares, LocalPull system) {
        try (Textures laid = moving.laidOn(grid, map, Imgproc.INTER_CUBIC)) {
            float[][] warped = PixelEquations.arrays(laid);
            for (int target = 0; target < fixed.size(); target++) {
                double share = target == 0 ? 1 : settings.previousShare();
                var equations = new PixelEquations(grid, fixed.get(target), warped, robustFactor, shares, settings);
                pull(map, equations, share, system);
            }
        }
    }

    /**
     * What one channel alone says of a map, weighed by how much of it photo and target have in common.
     *
     * <p>Noise adds to gradients but not to their agreement, so that a step comes out too short, and noise alone steps at
     * random (errors in variables: Fuller 1987, Measurement Error Models, 1.1). The correlation of both pictures tells the
     * common share: it divides the shift and its square weighs it.
     */
    void pullByAgreement(SplineSurface map, double robustFactor, List<Double> shares, LocalPull system) {
        try (Textures laid = moving.laidOn(grid, map, Imgproc.INTER_CUBIC)) {
            float[][] warped = PixelEquations.arrays(laid);
            for (float[][] target : fixed) {
                var equations = new PixelEquations(grid, target, warped, robustFactor, shares, settings);
                double agreement = Math.max(0, equations.correlation());
                double square = agreement * agreement;
                pull(
                        map,
                        equations,
                        1,
                        (x, y, wxx, wxy, wyy, rx, ry) -> system.pull(
                                x, y, square * wxx, square * wxy, square * wyy, agreement * rx, agreement * ry));
            }
        }
    }

    private void pull(SplineSurface map, PixelEquations equations, double share, LocalPull system) {
        int block = settings.blockPx();
        int blockCols = grid.cols() / block;
        int blockRows = grid.rows() / block;
        double[] sums = new double[blockCols * blockRows * PixelEquations.SUMS];
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
                    pullBlock(map, x, y, share, sums, at, system);
                }
            }
        }
    }

    /** Turns sums of gradients by reference work px into pulls by photo px, and adds them. */
    private void pullBlock(
            SplineSurface map, double x, double y, double share, double[] sums, int at, LocalPull system) {
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

    @Override
    public void close() {
        moving.close();
    }
}
