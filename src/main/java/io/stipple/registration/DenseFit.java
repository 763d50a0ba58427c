package io.stipple.registration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/**
 * Refines a spline map on every pixel: robust Gauss–Newton on the difference of two textures (Lucas and Kanade 1981; Baker
 * and Matthews 2004, IJCV 56:221), with the mean of both pictures' gradients (Benhimane and Malis 2004, IROS), which makes
 * each round nearly second order.
 *
 * <p>Two channels pull at once: skin texture, with what was under a dot at weight 0, and spots. A spot that is in one photo
 * alone leaves a large difference and is forgotten by the weight. Pixel equations are summed over small blocks, each in one
 * thread and in one order, so that the result does not depend on the number of threads.
 */
final class DenseFit {
    private static final int SUMS = 5;

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
            List<float[][]> fixed = small.stream().map(DenseFit::arrays).toList();
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
            float[][] warped = arrays(laid);
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
        double[] sums = new double[blockCols * blockRows * SUMS];
        for (int channel = 0; channel < 2; channel++) {
            double deviation =
                    deviation(fixed[2 * channel], warped[2 * channel], fixed[2 * channel + 1], warped[2 * channel + 1]);
            double scale = settings.robustFactor().get(level) * deviation;
            double worth = share
                    * (channel == 0 ? 1 : settings.spotsShare())
                    / (deviation * deviation * settings.correlatedPx());
            int first = 2 * channel;
            IntStream.range(0, blockRows)
                    .parallel()
                    .forEach(blockRow -> sumBlocks(
                            blockRow,
                            blockCols,
                            grid,
                            fixed[first],
                            fixed[first + 1],
                            warped[first],
                            warped[first + 1],
                            scale * scale,
                            worth,
                            sums));
        }
        for (int blockRow = 0; blockRow < blockRows; blockRow++) {
            for (int blockCol = 0; blockCol < blockCols; blockCol++) {
                int at = (blockRow * blockCols + blockCol) * SUMS;
                if (sums[at] + sums[at + 2] > 0) {
                    double x = grid.xOf((blockCol + 0.5) * block - 0.5);
                    double y = grid.yOf((blockRow + 0.5) * block - 0.5);
                    addBlock(map, grid, x, y, sums, at, system);
                }
            }
        }
    }

    /** Turns sums of gradients by reference work px into pulls by photo px, and adds them. */
    private static void addBlock(
            SplineSurface map, WorkGrid grid, double x, double y, double[] sums, int at, SplineSystem system) {
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
        double gxx = sums[at];
        double gxy = sums[at + 1];
        double gyy = sums[at + 2];
        system.pull(
                x,
                y,
                p * p * gxx + 2 * p * q * gxy + q * q * gyy,
                p * r * gxx + (p * s + q * r) * gxy + q * s * gyy,
                r * r * gxx + 2 * r * s * gxy + s * s * gyy,
                p * sums[at + 3] + q * sums[at + 4],
                r * sums[at + 3] + s * sums[at + 4]);
    }

    private void sumBlocks(
            int blockRow,
            int blockCols,
            WorkGrid grid,
            float[] fixed,
            float[] fixedWeight,
            float[] warped,
            float[] warpedWeight,
            double squaredScale,
            double worth,
            double[] sums) {
        int block = settings.blockPx();
        int cols = grid.cols();
        int lastRow = Math.min(grid.rows() - 1, (blockRow + 1) * block);
        for (int row = Math.max(1, blockRow * block); row < lastRow; row++) {
            for (int col = 1; col < Math.min(cols - 1, blockCols * block); col++) {
                int k = row * cols + col;
                float both = fixedWeight[k] * warpedWeight[k];
                if (both <= 0.25f) {
                    continue; // mostly filling or background
                }
                double e = fixed[k] - warped[k];
                double w = worth * both * GemanMcClure.weight(e * e, squaredScale);
                double gx = 0.25 * (fixed[k + 1] - fixed[k - 1] + warped[k + 1] - warped[k - 1]);
                double gy = 0.25 * (fixed[k + cols] - fixed[k - cols] + warped[k + cols] - warped[k - cols]);
                int at = (blockRow * blockCols + col / block) * SUMS;
                sums[at] += w * gx * gx;
                sums[at + 1] += w * gx * gy;
                sums[at + 2] += w * gy * gy;
                sums[at + 3] += w * gx * e;
                sums[at + 4] += w * gy * e;
            }
        }
    }

    /** Standard deviation of the difference of two pictures where both have weight, from its median size. */
    private double deviation(float[] fixed, float[] warped, float[] fixedWeight, float[] warpedWeight) {
        int stride = Math.max(1, fixed.length / SAMPLES) | 1;
        float[] sizes = new float[fixed.length / stride + 1];
        int count = 0;
        for (int k = 0; k < fixed.length; k += stride) {
            if (fixedWeight[k] * warpedWeight[k] > 0.25f) {
                sizes[count++] = Math.abs(fixed[k] - warped[k]);
            }
        }
        if (count == 0) {
            return 1;
        }
        Arrays.sort(sizes, 0, count);
        return Math.max(settings.leastDeviation(), NORMAL_MEDIAN * sizes[count / 2]);
    }

    /** Standard deviation of a normal distribution over the median of its absolute value. */
    private static final double NORMAL_MEDIAN = 1.4826;

    private static final int SAMPLES = 40_000;

    /** Skin, skin weight, spots, head as arrays. */
    private static float[][] arrays(Textures textures) {
        return new float[][] {
            array(textures.skin()), array(textures.skinWeight()), array(textures.spots()), array(textures.head())
        };
    }

    private static float[] array(Mat mat) {
        float[] values = new float[mat.rows() * mat.cols()];
        mat.get(0, 0, values);
        return values;
    }
}
