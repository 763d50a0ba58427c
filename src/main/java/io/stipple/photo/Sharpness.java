package io.stipple.photo;

import io.stipple.opencv.LinearImage;
import io.stipple.opencv.Mask;
import io.stipple.opencv.MatScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * How blurred a photo is, told from the photo itself.
 *
 * <p>Blurring a sharp edge once more weakens its gradient much, a soft edge's little (re-blur ratio: Zhuo and Sim,
 * "Defocus map estimation from a single image", Pattern Recognition 44, 2011). At a structure of blur variance v the
 * gradient behind a Gaussian of variance s² falls as (v + s²)^(-p/2), with p = 1 for a step such as a mole's rim, 2 for
 * a line such as a hair and 3 for a point such as a pore. Three Gaussians tell v without knowing p: the ratio of the
 * two falls in log gradient depends on v alone.
 */
public final class Sharpness {
    /** What a central difference adds to the variance of a blur, px²: sin(w)/w = 1 - w²/6 + ... */
    private static final double VARIANCE_OF_DIFFERENCE = 1 / 3.0;
    /** Of a Rayleigh distribution with scale 1, as the length of a noise gradient has: sqrt(2 ln(4/3)). */
    private static final double RAYLEIGH_QUARTILE = 0.7585;
    /** Pixels looked at for the noise. */
    private static final int NOISE_SAMPLES = 100_000;

    private static final int BISECTIONS = 50;

    private Sharpness() {}

    /**
     * The standard deviation of the Gaussian that blurs the structures within {@code head}, px; the median over the
     * head. What is soft in itself counts as blurred, what the camera sharpened as sharp. NaN where the head shows too
     * few edges above the noise.
     *
     * @param photo linear light
     * @param head of the photo's size
     */
    public static double blurSigmaPx(LinearImage photo, Mask head) {
        return blurSigmaPx(photo, head, SharpnessSettings.defaults());
    }

    /** As {@link #blurSigmaPx(LinearImage, Mask)} with other settings. */
    public static double blurSigmaPx(LinearImage photo, Mask head, SharpnessSettings settings) {
        if (head.pixels().cols() != photo.widthPx() || head.pixels().rows() != photo.heightPx()) {
            throw new IllegalArgumentException("the head's mask is "
                    + head.pixels().size() + ", the photo " + photo.rgb().size());
        }
        try (MatScope mats = new MatScope()) {
            Rect box = Imgproc.boundingRect(head.pixels());
            if (box.width < settings.tilePx() / 2 || box.height < settings.tilePx() / 2) {
                return Double.NaN;
            }
            Mat light = mats.mat();
            Imgproc.cvtColor(mats.own(photo.rgb().submat(box)), light, Imgproc.COLOR_RGB2GRAY);
            Mat inside = inner(mats.own(head.pixels().submat(box)), settings, mats);
            double found = Double.NaN;
            for (double factor = 1; factor <= settings.widest(); factor *= settings.widening()) {
                double sigma = blurSigmaPx(light, inside, settings.widened(factor));
                found = Double.isNaN(sigma) ? found : sigma;
                if (sigma <= settings.enough() * factor) {
                    break;
                }
            }
            return found;
        }
    }

    private static double blurSigmaPx(Mat light, Mat inside, SharpnessSettings settings) {
        try (MatScope mats = new MatScope()) {
            Mat fine = gradient(light, settings.fineSigmaPx(), settings, mats);
            Mat middle = gradient(light, settings.middleSigmaPx(), settings, mats);
            Mat coarse = gradient(light, settings.coarseSigmaPx(), settings, mats);
            Mat edges = edges(fine, middle, inside, settings, mats);
            double[] ratios = tileRatios(fine, middle, coarse, edges, settings);
            return ratios.length == 0 ? Double.NaN : sigma(ratios[ratios.length / 2], settings);
        }
    }

    // The head's own outline is an edge against a background at another distance.
    private static Mat inner(Mat head, SharpnessSettings settings, MatScope mats) {
        int margin = (int) Math.ceil(3 * settings.coarseSigmaPx());
        Mat element =
                mats.own(Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(2 * margin + 1, 2 * margin + 1)));
        Mat inner = mats.mat();
        Imgproc.erode(head, inner, element);
        return inner;
    }

    /** Length of the gradient behind a Gaussian, the largest around: a line's and a point's peak moves outwards. */
    private static Mat gradient(Mat light, double sigmaPx, SharpnessSettings settings, MatScope all) {
        int reach = (int) Math.ceil(settings.coarseSigmaPx());
        try (MatScope mats = new MatScope()) {
            Mat blurred = mats.mat();
            Imgproc.GaussianBlur(light, blurred, new Size(0, 0), sigmaPx);
            Mat dx = mats.mat();
            Mat dy = mats.mat();
            Imgproc.Sobel(blurred, dx, CvType.CV_32F, 1, 0, 1);
            Imgproc.Sobel(blurred, dy, CvType.CV_32F, 0, 1, 1);
            Mat length = mats.mat();
            Core.magnitude(dx, dy, length);
            Mat peaks = all.mat();
            Imgproc.dilate(length, peaks, mats.own(Mat.ones(2 * reach + 1, 2 * reach + 1, CvType.CV_8UC1)));
            return peaks;
        }
    }

    /** CV_8UC1, 255 where the middle gradient peaks above the noise. */
    private static Mat edges(Mat fine, Mat middle, Mat inside, SharpnessSettings settings, MatScope all) {
        try (MatScope mats = new MatScope()) {
            Mat wider = mats.mat();
            Imgproc.dilate(middle, wider, mats.mat());
            Mat edges = all.mat();
            Core.compare(middle, wider, edges, Core.CMP_GE);
            Mat strong = mats.mat();
            for (Mat gradient : List.of(fine, middle)) {
                double threshold = settings.noiseFactor() * noise(gradient, inside);
                Core.compare(gradient, Scalar.all(threshold), strong, Core.CMP_GT);
                Core.bitwise_and(edges, strong, edges);
            }
            Core.bitwise_and(edges, inside, edges);
            return edges;
        }
    }

    /** Standard deviation of a component of the gradient where only noise is: from the quietest quarter of the head. */
    private static double noise(Mat gradient, Mat inside) {
        int step = (int) Math.max(1, Math.sqrt((double) gradient.total() / NOISE_SAMPLES));
        float[] row = new float[gradient.cols()];
        byte[] within = new byte[gradient.cols()];
        float[] samples = new float[(gradient.rows() / step + 1) * (gradient.cols() / step + 1)];
        int count = 0;
        for (int y = 0; y < gradient.rows(); y += step) {
            gradient.get(y, 0, row);
            inside.get(y, 0, within);
            for (int x = 0; x < row.length; x += step) {
                if (within[x] != 0) {
                    samples[count++] = row[x];
                }
            }
        }
        Arrays.sort(samples, 0, count);
        return count == 0 ? 0 : samples[count / 4] / RAYLEIGH_QUARTILE;
    }

    /**
     * For each square the mean fall from fine to middle over that from middle to coarse, ascending; for the whole head
     * where no square has edges enough.
     */
    private static double[] tileRatios(Mat fine, Mat middle, Mat coarse, Mat edges, SharpnessSettings settings) {
        List<Double> ratios = new ArrayList<>();
        for (int top = 0; top < edges.rows(); top += settings.tilePx()) {
            for (int left = 0; left < edges.cols(); left += settings.tilePx()) {
                Rect tile = new Rect(
                        left,
                        top,
                        Math.min(settings.tilePx(), edges.cols() - left),
                        Math.min(settings.tilePx(), edges.rows() - top));
                double ratio = ratio(fine, middle, coarse, edges, tile, settings.minEdges());
                if (!Double.isNaN(ratio)) {
                    ratios.add(ratio);
                }
            }
        }
        if (ratios.isEmpty()) {
            Rect whole = new Rect(0, 0, edges.cols(), edges.rows());
            double ratio = ratio(fine, middle, coarse, edges, whole, settings.minEdges());
            return Double.isNaN(ratio) ? new double[0] : new double[] {ratio};
        }
        return ratios.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static double ratio(Mat fine, Mat middle, Mat coarse, Mat edges, Rect tile, int minEdges) {
        try (MatScope mats = new MatScope()) {
            Mat at = mats.own(edges.submat(tile));
            if (Core.countNonZero(at) < minEdges) {
                return Double.NaN;
            }
            double first = meanLog(fine, tile, at);
            double second = meanLog(middle, tile, at);
            double third = meanLog(coarse, tile, at);
            return second > third ? (first - second) / (second - third) : Double.NaN;
        }
    }

    private static double meanLog(Mat gradient, Rect tile, Mat at) {
        try (MatScope mats = new MatScope()) {
            Mat log = mats.mat();
            Core.log(mats.own(gradient.submat(tile)), log);
            return Core.mean(log, at).val[0];
        }
    }

    /** The blur at which the falls stand in {@code ratio}; the ratio falls as blur grows, so bisection finds it. */
    private static double sigma(double ratio, SharpnessSettings settings) {
        double low = 0;
        double high = settings.largestSigmaPx();
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (expected(middle * middle, settings) > ratio) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double expected(double variance, SharpnessSettings settings) {
        double blurred = variance + VARIANCE_OF_DIFFERENCE;
        double fine = blurred + settings.fineSigmaPx() * settings.fineSigmaPx();
        double middle = blurred + settings.middleSigmaPx() * settings.middleSigmaPx();
        double coarse = blurred + settings.coarseSigmaPx() * settings.coarseSigmaPx();
        return Math.log(middle / fine) / Math.log(coarse / middle);
    }
}
