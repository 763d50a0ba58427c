package io.stipple.registration;

import io.stipple.model.PixelMap;
import io.stipple.opencv.LinearImage;
import io.stipple.opencv.Mask;
import io.stipple.opencv.MatScope;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Lays photos on their reference for the eye: blink between two and the dots stay put. Its light is taken to the reference's
 * by the ratio of both photos' smoothed light (homomorphic: Oppenheim et al. 1968, Proc. IEEE 56:1264).
 */
public final class AlignedPhoto {
    /** Spacing of the spline that stands for a foreign map, as a share of the longer side: finer than any stretch of skin. */
    private static final double FOREIGN_STEP = 1 / 48.0;

    private AlignedPhoto() {}

    /**
     * The photo as if taken from the reference's place and in its light: resampled through its map, each channel
     * multiplied with a smooth gain that gives the head the reference's shading. For looking at, not for measuring.
     *
     * @param longestSidePx longer side of the result; the reference's own where that is shorter
     * @return of the reference's shape, reduced; black where the photo does not reach; the caller closes it
     */
    public static LinearImage lay(LinearImage photo, PixelMap map, RegistrationFrame reference, int longestSidePx) {
        double shrink = shrink(reference, longestSidePx);
        WorkGrid grid = reduced(reference, shrink);
        SplineSurface surface = surfaceOf(map, reference);
        try (MatScope mats = new MatScope()) {
            // Reduced before it is laid: remap alone would skip pixels.
            Size small = new Size(
                    Math.max(1, Math.round(photo.widthPx() / shrink)),
                    Math.max(1, Math.round(photo.heightPx() / shrink)));
            Mat reduced = mats.mat();
            Imgproc.resize(photo.rgb(), reduced, small, 0, 0, Imgproc.INTER_AREA);
            WorkGrid from = new WorkGrid(
                    0, 0, photo.widthPx() / small.width, photo.heightPx() / small.height, (int) small.width, (int)
                            small.height);
            SplineMap.RemapMats to = SplineMap.lay(surface, grid, from);
            mats.own(to.x());
            mats.own(to.y());
            Mat laid = mats.mat();
            Imgproc.remap(reduced, laid, to.x(), to.y(), Imgproc.INTER_CUBIC);
            Mat gain = mats.own(reference.light().gainFor(laid, grid, reference.lightSigmaPx()));
            Mat lit = mats.mat();
            Core.multiply(laid, gain, lit);
            mats.keep(lit);
            return new LinearImage(lit);
        }
    }

    /**
     * A set of pixels of the photo as seen from the reference's place: of each pixel of the result, whether the photo's pixel
     * at its centre is in the set.
     *
     * @param mask of the photo's size
     * @param longestSidePx longer side of the result; the reference's own where that is shorter
     * @return of the reference's shape, reduced; outside where the photo does not reach; the caller closes it
     */
    public static Mask lay(Mask mask, PixelMap map, RegistrationFrame reference, int longestSidePx) {
        WorkGrid grid = reduced(reference, shrink(reference, longestSidePx));
        try (var mats = new MatScope();
                SplineMap.RemapMats to =
                        SplineMap.lay(surfaceOf(map, reference), grid, new WorkGrid(0, 0, 1, 1, 1, 1))) {
            Mat laid = mats.mat();
            Imgproc.remap(mask.pixels(), laid, to.x(), to.y(), Imgproc.INTER_NEAREST);
            mats.keep(laid);
            return new Mask(laid);
        }
    }

    private static double shrink(RegistrationFrame reference, int longestSidePx) {
        if (longestSidePx < 1) {
            throw new IllegalArgumentException("longest side " + longestSidePx + " px is below 1");
        }
        return Math.max(1, Math.max(reference.widthPx(), reference.heightPx()) / (double) longestSidePx);
    }

    private static WorkGrid reduced(RegistrationFrame reference, double shrink) {
        int cols = (int) Math.max(1, Math.round(reference.widthPx() / shrink));
        int rows = (int) Math.max(1, Math.round(reference.heightPx() / shrink));
        return new WorkGrid(
                0, 0, reference.widthPx() / (double) cols, reference.heightPx() / (double) rows, cols, rows);
    }

    private static SplineSurface surfaceOf(PixelMap map, RegistrationFrame reference) {
        if (map instanceof SplineMap spline) {
            return spline.surface();
        }
        double step = FOREIGN_STEP * Math.max(reference.widthPx(), reference.heightPx());
        SplineGrid grid = SplineGrid.over(-0.5, -0.5, reference.widthPx() - 0.5, reference.heightPx() - 0.5, step);
        return SplineSurface.sampled(grid, map::toPhoto);
    }
}
