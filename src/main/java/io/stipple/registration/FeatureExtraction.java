package io.stipple.registration;

import io.stipple.opencv.MatScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.KeyPoint;
import org.opencv.core.Mat;
import org.opencv.core.MatOfKeyPoint;
import org.opencv.core.Scalar;
import org.opencv.features2d.SIFT;

/**
 * SIFT key points (Lowe 2004, IJCV 60:91) of the flattened and of the de-dotted texture, with descriptors compared after
 * Hellinger (RootSIFT, Arandjelović and Zisserman 2012, CVPR).
 *
 * <p>Two textures, because each is better where the other fails: dots that stayed are landmarks, dots that came or went
 * spoil the descriptors of all that lies around them.
 */
final class FeatureExtraction {
    /** Grey levels per sigma of texture: ±4 sigma fill the 8 bits that OpenCV's SIFT wants. */
    private static final double GREY_PER_SIGMA = 30;

    private static final double MID_GREY = 128;
    private static final int OCTAVE_LAYERS = 3;
    private static final double EDGE_THRESHOLD = 10;
    private static final double SIFT_SIGMA = 1.6;
    /** Root of the unit-sum descriptor times this fits a byte: values above 0.5 are as good as none. */
    private static final double ROOT_TO_BYTE = 510;

    private final FrameSettings settings;

    FeatureExtraction(FrameSettings settings) {
        this.settings = settings;
    }

    /** Features of a photo, strongest first within each kind, in px of the photo. */
    Features of(Textures finest) {
        try (Textures level = finest.reducedBy(settings.featureLevel());
                MatScope mats = new MatScope()) {
            Mat inside = mats.mat();
            Core.compare(level.head(), new Scalar(0.5), inside, Core.CMP_GT);
            Mat dotted = mats.mat();
            // Spots are square-rooted darkness; subtracting them gives the dots back without letting them dominate.
            Core.addWeighted(level.skin(), 1, level.spots(), -1, 0, dotted);
            List<Found> found = new ArrayList<>();
            found.addAll(detected(dotted, inside, level.grid(), (byte) 0));
            found.addAll(detected(level.skin(), inside, level.grid(), (byte) 1));
            found.addAll(detected(level.tint(), inside, level.grid(), (byte) 2));
            return packed(found);
        }
    }

    private List<Found> detected(Mat texture, Mat inside, WorkGrid grid, byte kind) {
        try (MatScope mats = new MatScope()) {
            Mat grey = mats.mat();
            texture.convertTo(grey, CvType.CV_8U, GREY_PER_SIGMA, MID_GREY);
            SIFT sift = SIFT.create(
                    settings.features(), OCTAVE_LAYERS, settings.featureContrast(), EDGE_THRESHOLD, SIFT_SIGMA);
            MatOfKeyPoint points = mats.own(new MatOfKeyPoint());
            Mat descriptors = mats.mat();
            sift.detectAndCompute(grey, inside, points, descriptors);
            KeyPoint[] array = points.toArray();
            float[] values = new float[array.length * Features.LENGTH];
            if (array.length > 0) {
                descriptors.get(0, 0, values);
            }
            List<Found> found = new ArrayList<>();
            for (int k = 0; k < array.length; k++) {
                found.add(new Found(array[k], grid, kind, rooted(values, k * Features.LENGTH)));
            }
            found.sort(Found.ORDER);
            return found;
        }
    }

    private static byte[] rooted(float[] values, int from) {
        double sum = 0;
        for (int k = 0; k < Features.LENGTH; k++) {
            sum += values[from + k];
        }
        byte[] root = new byte[Features.LENGTH];
        for (int k = 0; k < Features.LENGTH; k++) {
            root[k] = (byte) Math.min(255, Math.round(ROOT_TO_BYTE * Math.sqrt(values[from + k] / Math.max(sum, 1))));
        }
        return root;
    }

    private static Features packed(List<Found> found) {
        int n = found.size();
        float[] x = new float[n];
        float[] y = new float[n];
        float[] size = new float[n];
        float[] angle = new float[n];
        byte[] kind = new byte[n];
        byte[] descriptors = new byte[n * Features.LENGTH];
        for (int k = 0; k < n; k++) {
            Found one = found.get(k);
            x[k] = (float) one.grid.xOf(one.point.pt.x);
            y[k] = (float) one.grid.yOf(one.point.pt.y);
            size[k] = (float) (one.point.size * one.grid.pxPerWork());
            angle[k] = (float) Math.toRadians(one.point.angle);
            kind[k] = one.kind;
            System.arraycopy(one.descriptor, 0, descriptors, k * Features.LENGTH, Features.LENGTH);
        }
        return new Features(x, y, size, angle, kind, descriptors);
    }

    private static final class Found {
        /** Strongest first; ties by position, so that the order never depends on the detector's threads. */
        static final Comparator<Found> ORDER = Comparator.comparingDouble((Found f) -> -f.point.response)
                .thenComparingDouble(f -> f.point.pt.y)
                .thenComparingDouble(f -> f.point.pt.x)
                .thenComparingDouble(f -> f.point.angle)
                .thenComparingDouble(f -> f.point.size);

        private final KeyPoint point;
        private final WorkGrid grid;
        private final byte kind;
        private final byte[] descriptor;

        Found(KeyPoint point, WorkGrid grid, byte kind, byte[] descriptor) {
            this.point = point;
            this.grid = grid;
            this.kind = kind;
            this.descriptor = descriptor;
        }
    }
}
