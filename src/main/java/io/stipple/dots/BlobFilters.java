package io.stipple.dots;

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
 * Matched filters for blobs of every size that a dot can have: differences of Gaussians, √2 apart, each in units of its
 * own local noise (Lindeberg 1998; the noise after Bertin and Arnouts 1996: from the bright side alone, since
 * otherwise the dots themselves would raise it and the denser a scalp the fewer dots would be found).
 *
 * @param sigmasPx width of the Gaussian blob that each filter answers best, px
 * @param noise one CV_32FC1 mesh per filter: local standard deviation of its answer
 */
record BlobFilters(List<Double> sigmasPx, List<Mat> noise) implements AutoCloseable {
    private static final double STEP = Math.sqrt(2);
    // A camera's own blur: no blob of a photo is narrower, px.
    private static final double NARROWEST_PX = 0.85;
    private static final double DARK_CLIP = 2.5; // deviations: what is darker is a candidate, with its surroundings
    private static final double BRIGHT_CLIP = 3;
    private static final int DECIMATION = 2; // noise is sampled at every second pixel in x and y
    // How far noise may rise above the photo's quietest before any dot is taken out: it may be the dots' own rings.
    private static final double CROWDED = 1.5;
    private static final double QUIET_SHARE = 0.15;
    private static final double QUIET_IN_DEVIATIONS = 0.189; // 15 % of a normal distribution lie nearer to its middle
    private static final int QUIET_STRIDE = 5;

    /**
     * The answer of all filters to one picture.
     *
     * @param snr CV_32FC1, largest answer over its local noise at each pixel
     * @param filter CV_8UC1, which filter gave it
     * @param filters with the noise that was used; not closed with the answer
     */
    record Answer(Mat snr, Mat filter, BlobFilters filters) implements AutoCloseable {
        @Override
        public void close() {
            snr.release();
            filter.release();
        }
    }

    /** Widths of filters for discs of {@code smallestPx} to {@code largestPx}. */
    static List<Double> widths(double smallestPx, double largestPx) {
        List<Double> sigmas = new ArrayList<>();
        double widest = sigmaOfDisc(largestPx);
        for (double sigma = sigmaOfDisc(smallestPx); sigma < widest * Math.sqrt(STEP); sigma *= STEP) {
            sigmas.add(sigma);
        }
        return List.copyOf(sigmas);
    }

    /**
     * The answer to a picture, in units of the noise measured on it; its filters and itself are handed over.
     *
     * @param bare whether the dots have been taken out; else their rings are kept from passing for noise
     */
    static Answer learn(Mat picture, Mat mask, List<Double> sigmas, double noiseRadiusPx, boolean bare) {
        var noise = new ArrayList<Mat>();
        return answer(
                picture,
                sigmas,
                (index, answer) -> {
                    noise.add(noiseOf(answer, mask, sigmas.get(index), noiseRadiusPx, bare));
                    return noise.get(index);
                },
                noise);
    }

    /** The answer to another picture of the same size in units of this noise; handed over. */
    Answer apply(Mat picture) {
        return answer(picture, sigmasPx, (index, answer) -> noise.get(index), noise);
    }

    /**
     * Signal over noise of a fitted profile standing alone: how these filters would answer to it, over the local noise.
     * Its neighbours do not matter, so that crowding costs no dot its standing.
     */
    double snrOf(Blob blob, Rect crop) {
        double det = Math.max(0, blob.xx * blob.yy - blob.xy * blob.xy);
        double best = 0;
        for (int i = 0; i < sigmasPx.size(); i++) {
            double inner = sigmasPx.get(i) * sigmasPx.get(i) / STEP;
            double outer = sigmasPx.get(i) * sigmasPx.get(i) * STEP;
            double answer = blob.peak * (seenThrough(blob, det, inner) - seenThrough(blob, det, outer));
            best = Math.max(best, answer / noiseAt(i, blob.x, blob.y, crop));
        }
        return best;
    }

    private static double seenThrough(Blob blob, double det, double variance) {
        double xx = blob.xx + variance;
        double yy = blob.yy + variance;
        return Math.sqrt(det / (xx * yy - blob.xy * blob.xy));
    }

    private interface NoiseSource {
        Mat of(int index, Mat answer);
    }

    private static Answer answer(Mat picture, List<Double> sigmas, NoiseSource source, List<Mat> noise) {
        try (var mats = new MatScope()) {
            Mat snr = mats.mat();
            Mat filter = mats.mat();
            Mat level = mats.mat();
            Mat own = mats.mat();
            Mat better = mats.mat();
            forEachAnswer(picture, sigmas, (index, answer) -> {
                Imgproc.resize(source.of(index, answer), level, picture.size(), 0, 0, Imgproc.INTER_LINEAR);
                if (index == 0) {
                    Core.divide(answer, level, snr);
                    filter.create(picture.size(), CvType.CV_8U);
                    filter.setTo(new Scalar(0));
                } else {
                    Core.divide(answer, level, own);
                    Core.compare(own, snr, better, Core.CMP_GT);
                    filter.setTo(new Scalar(index), better);
                    Core.max(own, snr, snr);
                }
            });
            mats.keep(snr);
            mats.keep(filter);
            return new Answer(snr, filter, new BlobFilters(sigmas, noise));
        }
    }

    private interface Visitor {
        void visit(int index, Mat answer);
    }

    private static void forEachAnswer(Mat density, List<Double> sigmas, Visitor visitor) {
        try (var mats = new MatScope()) {
            double half = Math.sqrt(STEP);
            Mat narrow = mats.mat();
            Mat wide = mats.mat();
            Mat answer = mats.mat();
            blur(density, narrow, sigmas.get(0) / half);
            for (int i = 0; i < sigmas.size(); i++) {
                double inner = sigmas.get(i) / half;
                double outer = sigmas.get(i) * half;
                blur(narrow, wide, Math.sqrt(outer * outer - inner * inner));
                Core.subtract(narrow, wide, answer);
                visitor.visit(i, answer);
                Mat swap = narrow;
                narrow = wide;
                wide = swap;
            }
        }
    }

    private static void blur(Mat from, Mat to, double sigma) {
        // Three deviations: what is cut off stands below a hundredth of the noise.
        int size = 2 * (int) Math.ceil(3 * sigma) + 1;
        Imgproc.GaussianBlur(from, to, new Size(size, size), sigma, sigma, Core.BORDER_REPLICATE);
    }

    private static Mat noiseOf(Mat answer, Mat mask, double sigma, double radiusPx, boolean dotsTakenOut) {
        try (var mats = new MatScope()) {
            int columns = answer.cols() / DECIMATION;
            int rows = answer.rows() / DECIMATION;
            Size fewSize = new Size(columns, rows);
            Mat few = mats.mat();
            Imgproc.resize(answer, few, fewSize, 0, 0, Imgproc.INTER_NEAREST);
            Mat skin = mats.mat();
            Imgproc.resize(mask, skin, fewSize, 0, 0, Imgproc.INTER_NEAREST);
            double deviation = brightDeviation(few, skin, mats);
            Mat bare = mats.mat();
            Core.compare(few, new Scalar(0), bare, Core.CMP_LT);
            Core.bitwise_and(bare, skin, bare);
            Mat odd = mats.mat();
            if (!dotsTakenOut) {
                Core.compare(few, new Scalar(DARK_CLIP * deviation), odd, Core.CMP_GT);
                // The bright ring that the filter draws around a candidate ends near three widths.
                int reach = Math.max(1, (int) Math.round(3 * sigma / DECIMATION));
                Mat ring = mats.own(
                        Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(2 * reach + 1, 2 * reach + 1)));
                Imgproc.dilate(odd, odd, ring);
                bare.setTo(new Scalar(0), odd);
            }
            Core.compare(few, new Scalar(-BRIGHT_CLIP * deviation), odd, Core.CMP_LT); // gloss
            bare.setTo(new Scalar(0), odd);
            Mat noise = deviationMesh(few, bare, radiusPx / DECIMATION, deviation);
            if (!dotsTakenOut) {
                Core.min(noise, new Scalar(CROWDED * quietCore(few, skin)), noise);
            }
            return noise;
        }
    }

    /**
     * The standard deviation that a normal noise would have whose quietest answers are these: dots and their rings
     * answer strongly, so that the smallest answers come from bare skin even where little of it is left.
     */
    private static double quietCore(Mat few, Mat skin) {
        float[] answers = DotFinder.pixelsOf(few);
        byte[] inside = new byte[answers.length];
        skin.get(0, 0, inside);
        int count = 0;
        for (int i = 0; i < answers.length; i += QUIET_STRIDE) {
            if (inside[i] != 0) {
                answers[count++] = Math.abs(answers[i]);
            }
        }
        if (count == 0) {
            return Double.MAX_VALUE;
        }
        Arrays.sort(answers, 0, count);
        return answers[(int) (QUIET_SHARE * count)] / QUIET_IN_DEVIATIONS;
    }

    /** Root of the smoothed mean square over the bare pixels; a smooth local noise. */
    private static Mat deviationMesh(Mat few, Mat bare, double radius, double fallback) {
        try (var mats = new MatScope()) {
            int cell = Math.max(1, (int) Math.round(radius / Meshes.CELLS_A_RADIUS));
            Size mesh = new Size(Math.ceil((double) few.cols() / cell), Math.ceil((double) few.rows() / cell));
            Mat square = mats.own(Mat.zeros(few.size(), CvType.CV_32F));
            few.copyTo(square, bare);
            Core.multiply(square, square, square);
            Mat sum = mats.mat();
            Imgproc.resize(square, sum, mesh, 0, 0, Imgproc.INTER_AREA);
            Mat weightCells = mats.mat();
            Imgproc.resize(bare, weightCells, mesh, 0, 0, Imgproc.INTER_AREA);
            Mat weight = mats.mat();
            weightCells.convertTo(weight, CvType.CV_32F, 1 / 255.0);
            // A few pixels' worth of the photo's overall noise steadies cells that the dots leave nearly no skin in.
            double steady = 0.005;
            Core.add(sum, new Scalar(steady * fallback * fallback), sum);
            Core.add(weight, new Scalar(steady), weight);
            Mat noise = Meshes.ratioOfSmoothed(sum, weight, radius / cell);
            Core.sqrt(noise, noise);
            return noise;
        }
    }

    private static double brightDeviation(Mat few, Mat skin, MatScope mats) {
        Mat bright = mats.mat();
        Core.compare(few, new Scalar(0), bright, Core.CMP_LT);
        Core.bitwise_and(bright, skin, bright);
        Mat kept = mats.mat();
        bright.copyTo(kept);
        double deviation = 0;
        for (int round = 0; round < 3; round++) {
            deviation = Core.norm(few, Core.NORM_L2, kept) / Math.sqrt(Math.max(1, Core.countNonZero(kept)));
            Core.compare(few, new Scalar(-2.5 * deviation), kept, Core.CMP_GT);
            Core.bitwise_and(kept, bright, kept);
        }
        return Math.max(deviation, 1e-6);
    }

    private static double sigmaOfDisc(double diameterPx) {
        // A disc has a quarter of its squared radius as variance per axis.
        return Math.hypot(diameterPx / 4, NARROWEST_PX);
    }

    /** Local noise of one filter's answer at a pixel of the picture. */
    double noiseAt(int filter, double x, double y, Rect crop) {
        Mat mesh = noise.get(filter);
        int column = (int) Math.min(mesh.cols() - 1, Math.max(0, x * mesh.cols() / crop.width));
        int row = (int) Math.min(mesh.rows() - 1, Math.max(0, y * mesh.rows() / crop.height));
        return mesh.get(row, column)[0];
    }

    @Override
    public void close() {
        noise.forEach(Mat::release);
    }
}
