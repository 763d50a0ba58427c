package io.stipple.registration;

import io.stipple.opencv.MatScope;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * What registration sees of a photo's head at one working scale; owns its Mats, all of the grid's size.
 *
 * @param grid where it lies in the photo
 * @param skin skin texture with dark spots taken out and filled, CV_32FC1, in local sigma
 * @param skinWeight how much of it is real skin rather than filling, CV_32FC1, 0..1; 0 outside the head
 * @param spots darkness of dark spots, CV_32FC1, 0..clip in local sigma of the skin, square-rooted
 * @param tint texture of redness, CV_32FC1, in local sigma: the ratio of two channels, in which neither the shade of a pore
 *     nor grey pigment shows
 * @param head whether it is head and not blown out, CV_32FC1, 0..1
 */
record Textures(WorkGrid grid, Mat skin, Mat skinWeight, Mat spots, Mat tint, Mat head) implements AutoCloseable {
    /** The same {@code times} smaller; the caller closes it. */
    Textures reducedBy(int times) {
        WorkGrid small = grid.reducedBy(times);
        return new Textures(
                small,
                reduced(skin, small),
                reduced(skinWeight, small),
                reduced(spots, small),
                reduced(tint, small),
                reduced(head, small));
    }

    private static Mat reduced(Mat full, WorkGrid to) {
        Mat out = new Mat();
        Imgproc.resize(full, out, new Size(to.cols(), to.rows()), 0, 0, Imgproc.INTER_AREA);
        return out;
    }

    /** This photo's textures laid on another's grid; the caller closes them. */
    Textures laidOn(WorkGrid reference, SplineSurface map, int interpolation) {
        try (SplineMap.RemapMats to = SplineMap.lay(map, reference, grid);
                MatScope mats = new MatScope()) {
            Mat[] all = {skin, spots, tint, skinWeight, head};
            Mat[] laid = new Mat[all.length];
            for (int k = 0; k < all.length; k++) {
                laid[k] = mats.mat();
                boolean weight = k >= 3;
                Imgproc.remap(all[k], laid[k], to.x(), to.y(), weight ? Imgproc.INTER_LINEAR : interpolation);
            }
            return new Textures(
                    reference,
                    mats.keep(laid[0]),
                    mats.keep(laid[3]),
                    mats.keep(laid[1]),
                    mats.keep(laid[2]),
                    mats.keep(laid[4]));
        }
    }

    @Override
    public void close() {
        head.release();
        tint.release();
        spots.release();
        skinWeight.release();
        skin.release();
    }
}
