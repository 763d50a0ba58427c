package io.stipple.registration;

import io.stipple.opencv.MatScope;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/**
 * Patches of the reference that no fit may see: a jittered grid with a fixed seed, so that every photo of a view is judged
 * on the same skin (cross-validation: Stone 1974, J. R. Stat. Soc. B 36:111; jittered: Cook 1986, ACM Trans. Graph. 5:51).
 *
 * @param centres centre of each, work px of the reference
 * @param half half the side, work px
 */
record HeldBackPatches(List<int[]> centres, int half) {
    private static final long SEED = 20_260_101;

    static HeldBackPatches on(Textures reference, PatchSettings settings, double workPxPerMm) {
        double every = settings.everyMm() * workPxPerMm;
        int half = Math.max(2, (int) Math.round(settings.sideMm() * workPxPerMm / 2));
        SplittableRandom random = new SplittableRandom(SEED);
        List<int[]> centres = new ArrayList<>();
        try (MatScope mats = new MatScope()) {
            Mat inside = mats.mat();
            Core.compare(reference.head(), new Scalar(0.5), inside, Core.CMP_GT);
            for (double y = every / 2; y < reference.grid().rows(); y += every) {
                for (double x = every / 2; x < reference.grid().cols(); x += every) {
                    int col = (int) Math.round(x + settings.jitter() * every * (random.nextDouble() - 0.5));
                    int row = (int) Math.round(y + settings.jitter() * every * (random.nextDouble() - 0.5));
                    if (col >= half && row >= half && col + half < inside.cols() && row + half < inside.rows()) {
                        Mat patch = mats.own(inside.submat(row - half, row + half, col - half, col + half));
                        if (Core.countNonZero(patch) >= settings.leastInside() * patch.rows() * patch.cols()) {
                            centres.add(new int[] {col, row});
                        }
                    }
                }
            }
        }
        return new HeldBackPatches(centres, half);
    }

    /** The reference's textures with no weight on the patches; the caller closes them. */
    Textures withheldFrom(Textures reference) {
        Mat skinWeight = reference.skinWeight().clone();
        Mat head = reference.head().clone();
        for (int[] centre : centres) {
            // One pixel more: gradients reach over the border.
            Point from = new Point(centre[0] - half - 1, centre[1] - half - 1);
            Point to = new Point(centre[0] + half + 1, centre[1] + half + 1);
            Imgproc.rectangle(skinWeight, from, to, Scalar.all(0), Imgproc.FILLED);
            Imgproc.rectangle(head, from, to, Scalar.all(0), Imgproc.FILLED);
        }
        return new Textures(
                reference.grid(),
                reference.skin().clone(),
                skinWeight,
                reference.spots().clone(),
                reference.tint().clone(),
                head);
    }

    /** Those features that lie outside all patches. */
    Features withheldFrom(Features features, WorkGrid grid) {
        try (MatScope mats = new MatScope()) {
            Mat held = mats.mat(new org.opencv.core.Size(grid.cols(), grid.rows()), CvType.CV_8UC1, Scalar.all(0));
            for (int[] centre : centres) {
                Imgproc.rectangle(
                        held,
                        new Point(centre[0] - half, centre[1] - half),
                        new Point(centre[0] + half, centre[1] + half),
                        Scalar.all(1),
                        Imgproc.FILLED);
            }
            byte[] flags = new byte[grid.cols() * grid.rows()];
            held.get(0, 0, flags);
            int[] keep = java.util.stream.IntStream.range(0, features.count())
                    .filter(k -> {
                        int col = (int) Math.round(grid.colOf(features.x(k)));
                        int row = (int) Math.round(grid.rowOf(features.y(k)));
                        boolean outside = col < 0 || row < 0 || col >= grid.cols() || row >= grid.rows();
                        return outside || flags[row * grid.cols() + col] == 0;
                    })
                    .toArray();
            return features.only(keep);
        }
    }
}
