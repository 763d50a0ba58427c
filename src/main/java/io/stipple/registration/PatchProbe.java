package io.stipple.registration;

import io.stipple.opencv.MatScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/**
 * How far a patch of the laid photo lies from the same patch of the reference: the peak of their normalised
 * cross-correlation, to a fraction of a pixel by a parabola through it (Lewis 1995; Tian and Huhns 1986, CVGIP 35:220).
 */
final class PatchProbe implements AutoCloseable {
    /** Determinant over squared trace, a quarter for texture that is alike in all directions. */
    private static final double LEAST_ROUNDNESS = 0.01;

    private static final List<Double> SPOTS_ALONE = List.of(0.0, 1.0, 0.0);

    private final MatScope mats = new MatScope();
    private final Mat reference;
    private final Mat laid;
    private final Mat inside;
    private final double leastInside;
    private final PixelEquations shadeless;
    private final PixelEquations spots;

    /**
     * @param reference textures of the reference, nothing withheld
     * @param laid textures of the photo on the reference's grid
     */
    PatchProbe(Textures reference, Textures laid, PatchSettings settings, DenseSettings dense) {
        this.reference = mats.mat();
        this.laid = mats.mat();
        this.inside = mats.mat();
        this.leastInside = settings.leastInside();
        // Channels apart, correlated each with its like: a spot never speaks for or against a patch of skin.
        Core.merge(List.of(reference.skin(), reference.spots(), reference.tint()), this.reference);
        Core.merge(List.of(laid.skin(), laid.spots(), laid.tint()), this.laid);
        Mat both = mats.mat();
        Core.multiply(reference.head(), laid.head(), both);
        Core.compare(both, new Scalar(0.5), inside, Core.CMP_GT);
        float[][] fixed = PixelEquations.arrays(reference);
        float[][] moving = PixelEquations.arrays(laid);
        double robust = dense.robustFactor().get(dense.robustFactor().size() - 1);
        this.shadeless = new PixelEquations(reference.grid(), fixed, moving, robust, settings.shares(), dense);
        this.spots = new PixelEquations(reference.grid(), fixed, moving, robust, SPOTS_ALONE, dense);
    }

    /** {@link #fineShift} by channels that hardly feel where the light comes from. */
    Optional<FineShift> withoutShade(Rect rectangle) {
        return fineShift(shadeless, rectangle);
    }

    /** {@link #fineShift} by dark spots alone. */
    Optional<FineShift> bySpots(Rect rectangle) {
        return fineShift(spots, rectangle);
    }

    /**
     * The shift of a rectangle to a small fraction of a pixel, from the equations of all its pixels.
     *
     * @param rectangle work px
     * @return work px by which the laid photo lies from the reference, and the variance of that to a common factor; empty
     *     where the rectangle has no texture across some direction
     */
    private static Optional<FineShift> fineShift(PixelEquations equations, Rect rectangle) {
        double[] sums = new double[PixelEquations.SUMS];
        equations.add(rectangle.x, rectangle.x + rectangle.width, rectangle.y, rectangle.y + rectangle.height, sums, 0);
        double determinant = sums[0] * sums[2] - sums[1] * sums[1];
        double trace = sums[0] + sums[2];
        if (!(determinant > LEAST_ROUNDNESS * trace * trace)) {
            return Optional.empty();
        }
        double x = (sums[2] * sums[3] - sums[1] * sums[4]) / determinant;
        double y = (sums[0] * sums[4] - sums[1] * sums[3]) / determinant;
        return Optional.of(new FineShift(x, y, trace / determinant));
    }

    int cols() {
        return reference.cols();
    }

    int rows() {
        return reference.rows();
    }

    /** Whether enough of a rectangle around a centre is head in both. */
    boolean usable(int col, int row, int halfWidth, int halfHeight) {
        if (col < halfWidth || row < halfHeight || col + halfWidth > cols() || row + halfHeight > rows()) {
            return false;
        }
        Mat patch = inside.submat(row - halfHeight, row + halfHeight, col - halfWidth, col + halfWidth);
        boolean enough = Core.countNonZero(patch) >= leastInside * patch.rows() * patch.cols();
        patch.release();
        return enough;
    }

    /**
     * Where the laid patch fits the reference best.
     *
     * @param reach how far it is looked for, work px
     * @return empty where the window leaves the picture or the patch has no texture
     */
    Optional<Shift> shift(int col, int row, int halfWidth, int halfHeight, int reach) {
        try (MatScope scope = new MatScope()) {
            Mat scores = scope.mat();
            if (!scores(col, row, halfWidth, halfHeight, reach, scope, scores)) {
                return Optional.empty();
            }
            float[] score = new float[scores.rows() * scores.cols()];
            scores.get(0, 0, score);
            return Optional.of(peak(score, reach));
        }
    }

    /**
     * Best scores in nine windows of the given reach: the patch's own place first, then the eight around it, as chance.
     *
     * @return nine scores, or none where the windows leave the picture
     */
    List<Double> ownAndChance(int col, int row, int half, int reach) {
        int side = 2 * reach + 1;
        int wide = reach + side;
        try (MatScope scope = new MatScope()) {
            Mat scores = scope.mat();
            if (!scores(col, row, half, half, wide, scope, scores)) {
                return List.of();
            }
            List<Double> best = new ArrayList<>();
            for (int window = 0; window < 9; window++) {
                int x = window % 3 * side;
                int y = window / 3 * side;
                Mat part = scope.own(scores.submat(y, y + side, x, x + side));
                best.add(window == 4 ? 0 : best.size(), Core.minMaxLoc(part).maxVal);
            }
            return best;
        }
    }

    private boolean scores(int col, int row, int halfWidth, int halfHeight, int reach, MatScope scope, Mat out) {
        int left = col - halfWidth;
        int right = col + halfWidth;
        int top = row - halfHeight;
        int bottom = row + halfHeight;
        if (left < reach || top < reach || right + reach > cols() || bottom + reach > rows()) {
            return false;
        }
        Mat patch = scope.own(laid.submat(top, bottom, left, right));
        Mat window = scope.own(reference.submat(top - reach, bottom + reach, left - reach, right + reach));
        Imgproc.matchTemplate(window, patch, out, Imgproc.TM_CCOEFF_NORMED);
        return true;
    }

    private static Shift peak(float[] score, int reach) {
        int side = 2 * reach + 1;
        int best = 0;
        for (int k = 1; k < score.length; k++) {
            if (score[k] > score[best]) {
                best = k;
            }
        }
        int col = best % side;
        int row = best / side;
        double x = col - reach;
        double y = row - reach;
        if (col > 0 && col < side - 1) {
            x += vertex(score[best - 1], score[best], score[best + 1]);
        }
        if (row > 0 && row < side - 1) {
            y += vertex(score[best - side], score[best], score[best + side]);
        }
        return new Shift(x, y, score[best]);
    }

    private static double vertex(double before, double at, double after) {
        double curvature = before - 2 * at + after;
        return curvature < 0 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * curvature))) : 0;
    }

    @Override
    public void close() {
        mats.close();
    }

    /**
     * @param dx work px to the right by which the reference's patch lies from the laid one
     * @param dy work px down
     * @param score correlation at the peak, -1..1
     */
    record Shift(double dx, double dy, double score) {
        double length() {
            return Math.hypot(dx, dy);
        }
    }

    /**
     * @param dx work px to the right by which the laid patch lies from the reference's
     * @param dy work px down
     * @param variance of both together, to a factor common to all patches of a pair
     */
    record FineShift(double dx, double dy, double variance) {}
}
