package io.stipple.registration;

import io.stipple.model.PointPx;
import io.stipple.opencv.MatScope;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * The light on a head without its detail: the local mean of each channel over centimetres; owns its Mats.
 *
 * @param grid a coarse grid over the head's bounding box
 * @param rgb CV_32FC3 local mean of linear light inside the head, extended outwards
 * @param head CV_32FC1, 1 where it is head
 */
record LightField(WorkGrid grid, Mat rgb, Mat head) implements AutoCloseable {
    /** Below this no ratio of light is formed: far under the darkest skin. */
    private static final double DARKEST_LIGHT = 1e-3;
    /** Share of a cell that must be head for its light to count. */
    private static final double WHOLLY = 0.9;

    private static final int GREEN = 1;

    /**
     * The light on a photo's head.
     *
     * @param rgb CV_32FC3 of the whole photo
     * @param textures whose head and grid are taken, reduced
     * @param sigmaMm width of the mean, nominal mm
     */
    static LightField of(Mat rgb, Textures textures, int reduction, double sigmaMm, double workPxPerMm) {
        WorkGrid grid = textures.grid().reducedBy(reduction);
        try (MatScope mats = new MatScope()) {
            Rect box = new Rect(
                    (int) Math.round(grid.left()),
                    (int) Math.round(grid.top()),
                    (int) Math.round(grid.cols() * grid.pxPerCol()),
                    (int) Math.round(grid.rows() * grid.pxPerRow()));
            Mat small = mats.mat();
            Size size = new Size(grid.cols(), grid.rows());
            Imgproc.resize(mats.own(rgb.submat(box)), small, size, 0, 0, Imgproc.INTER_AREA);
            Mat head = mats.mat();
            Imgproc.resize(textures.head(), head, size, 0, 0, Imgproc.INTER_AREA);
            Mat mean = smoothed(small, head, sigmaMm * workPxPerMm / reduction, mats);
            return new LightField(grid, mats.keep(mean), mats.keep(head));
        }
    }

    private static Mat smoothed(Mat rgb, Mat head, double sigmaPx, MatScope mats) {
        Mat weight = mats.mat();
        Core.merge(java.util.List.of(head, head, head), weight);
        Mat weighted = mats.mat();
        Core.multiply(rgb, weight, weighted);
        Size own = new Size(0, 0);
        Imgproc.GaussianBlur(weighted, weighted, own, sigmaPx, sigmaPx, Core.BORDER_CONSTANT);
        Imgproc.GaussianBlur(weight, weight, own, sigmaPx, sigmaPx, Core.BORDER_CONSTANT);
        // Far from the head the mean of the whole stands in: a thousandth of its weight decides nothing near it.
        Scalar whole = Core.mean(rgb, mats.own(nonZero(head)));
        double trace = 1e-3;
        Core.add(weighted, new Scalar(trace * whole.val[0], trace * whole.val[1], trace * whole.val[2]), weighted);
        Core.add(weight, Scalar.all(trace), weight);
        Mat mean = mats.mat();
        Core.divide(weighted, weight, mean);
        Core.max(mean, Scalar.all(DARKEST_LIGHT), mean);
        return mean;
    }

    private static Mat nonZero(Mat head) {
        Mat mask = new Mat();
        Core.compare(head, new Scalar(0.5), mask, Core.CMP_GT);
        return mask;
    }

    /**
     * What each channel of a picture laid on this photo is to be multiplied with, so that its light becomes this one's.
     *
     * @param laid CV_32FC3 on {@code whole}
     * @param whole grid of the laid picture
     * @return CV_32FC3 of the laid picture's size, handed over
     */
    Mat gainFor(Mat laid, WorkGrid whole, double sigmaPx) {
        try (MatScope mats = new MatScope()) {
            Mat there = mats.mat();
            SplineMap.RemapMats toLaid = between(grid, whole);
            mats.own(toLaid.x());
            mats.own(toLaid.y());
            double shrink = grid.pxPerWork() / whole.pxPerWork();
            Mat soft = mats.mat();
            Imgproc.GaussianBlur(laid, soft, new Size(0, 0), Math.max(0.5, shrink / 2));
            Imgproc.remap(soft, there, toLaid.x(), toLaid.y(), Imgproc.INTER_LINEAR);
            Mat seen = mats.mat();
            Core.extractChannel(there, seen, 1);
            Core.compare(seen, new Scalar(DARKEST_LIGHT), seen, Core.CMP_GT);
            seen.convertTo(seen, org.opencv.core.CvType.CV_32F, 1 / 255.0);
            Core.multiply(seen, head, seen);
            Mat gain = mats.mat();
            Core.divide(rgb, smoothed(there, seen, sigmaPx, mats), gain);
            SplineMap.RemapMats toCoarse = between(whole, grid);
            mats.own(toCoarse.x());
            mats.own(toCoarse.y());
            Mat full = new Mat();
            Imgproc.remap(gain, full, toCoarse.x(), toCoarse.y(), Imgproc.INTER_LINEAR, Core.BORDER_REPLICATE);
            return full;
        }
    }

    /**
     * How differently two photos are lit: the standard deviation over the head of the logarithm of their lights' ratio. 0
     * where only the exposure differs; light that swings round makes one side brighter and the other darker.
     *
     * @param other of another photo
     * @param map this field's photo → the other
     */
    double differenceFrom(LightField other, SplineSurface map) {
        try (MatScope mats = new MatScope()) {
            SplineMap.RemapMats to = SplineMap.lay(map, grid, other.grid);
            mats.own(to.x());
            mats.own(to.y());
            Mat light = mats.mat();
            Imgproc.remap(other.rgb, light, to.x(), to.y(), Imgproc.INTER_LINEAR, Core.BORDER_REPLICATE);
            Mat both = mats.mat();
            Imgproc.remap(other.head, both, to.x(), to.y(), Imgproc.INTER_LINEAR, Core.BORDER_CONSTANT);
            Core.min(both, head, both);
            Core.compare(both, new Scalar(WHOLLY), both, Core.CMP_GE);
            Mat ratio = mats.mat();
            Core.divide(light, rgb, ratio);
            Core.extractChannel(ratio, ratio, GREEN);
            Core.log(ratio, ratio);
            MatOfDouble mean = mats.own(new MatOfDouble());
            MatOfDouble deviation = mats.own(new MatOfDouble());
            Core.meanStdDev(ratio, mean, deviation, both);
            return deviation.get(0, 0)[0];
        }
    }

    /** Where each pixel of one grid lies on another of the same photo. */
    private static SplineMap.RemapMats between(WorkGrid from, WorkGrid to) {
        SplineGrid whole = SplineGrid.over(
                from.xOf(-1),
                from.yOf(-1),
                from.xOf(from.cols()),
                from.yOf(from.rows()),
                from.cols() * from.pxPerCol());
        return SplineMap.lay(SplineSurface.sampled(whole, PointPx::new), from, to);
    }

    @Override
    public void close() {
        head.release();
        rgb.release();
    }
}
