package io.stipple.dots;

import io.stipple.model.PointPx;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.opencv.core.Mat;
import org.opencv.core.MatOfKeyPoint;
import org.opencv.features2d.SimpleBlobDetector;
import org.opencv.features2d.SimpleBlobDetector_Params;

/**
 * OpenCV's blob detector on dark blobs: what a programmer would take who had an afternoon.
 *
 * @param smallest least area, of that of a disc of the nominal diameter
 * @param largest largest area, likewise
 * @param circularity least 4π area / perimeter²; 0 asks nothing
 * @param inertia least ratio of the axes, squared; 0 asks nothing
 * @param convexity least share of the convex hull that is filled; 0 asks nothing
 * @param repeats over how many levels of grey, 8 apart, a blob must hold
 */
record BlobDetectorRival(
        double smallest, double largest, double circularity, double inertia, double convexity, int repeats) {
    private static final float STEP = 8;
    private static final double LEAST = 1e-3; // OpenCV refuses a 0, also of what it shall not ask

    /** Settings among which a set's best is searched; one factor at a time had shown where to look. */
    static List<BlobDetectorRival> grid() {
        List<BlobDetectorRival> grid = new ArrayList<>();
        for (double smallest : new double[] {0.2, 0.3}) {
            for (double convexity : new double[] {0.75, 0.8, 0.85}) {
                for (int repeats = 2; repeats <= 5; repeats++) {
                    grid.add(new BlobDetectorRival(smallest, 3, 0, 0.1, convexity, repeats));
                }
            }
        }
        return grid;
    }

    /**
     * Centres of the blobs.
     *
     * @param grey CV_8UC1
     */
    List<PointPx> find(Mat grey, double diameterPx) {
        double disc = Math.PI / 4 * diameterPx * diameterPx;
        var params = new SimpleBlobDetector_Params();
        params.set_minThreshold(STEP);
        params.set_maxThreshold(255);
        params.set_thresholdStep(STEP);
        params.set_minRepeatability(repeats);
        params.set_minDistBetweenBlobs((float) (diameterPx / 2));
        params.set_filterByArea(true);
        params.set_minArea((float) (smallest * disc));
        params.set_maxArea((float) (largest * disc));
        params.set_filterByCircularity(circularity > 0);
        params.set_minCircularity((float) Math.max(LEAST, circularity));
        params.set_filterByInertia(inertia > 0);
        params.set_minInertiaRatio((float) Math.max(LEAST, inertia));
        params.set_filterByConvexity(convexity > 0);
        params.set_minConvexity((float) Math.max(LEAST, convexity));
        var keyPoints = new MatOfKeyPoint();
        try {
            SimpleBlobDetector.create(params).detect(grey, keyPoints);
            return Arrays.stream(keyPoints.toArray())
                    .map(k -> new PointPx(k.pt.x, k.pt.y))
                    .toList();
        } finally {
            keyPoints.release();
        }
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "area %.2f..%.1f discs, circularity %.2f, inertia %.2f, convexity %.2f, %d levels",
                smallest,
                largest,
                circularity,
                inertia,
                convexity,
                repeats);
    }
}
