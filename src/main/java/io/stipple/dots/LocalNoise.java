package io.stipple.dots;

import io.stipple.opencv.MatScope;
import java.util.Arrays;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** The noise of filters' answers from place to place, told by the bright side alone, which dots do not widen. */
final class LocalNoise {
    private static final double DARK_CLIP = 2.5; // deviations: what is darker is a candidate, with its surroundings
    private static final double BRIGHT_CLIP = 3;
    private static final int DECIMATION = 2; // noise is sampled at every second pixel in x and y
    // How far noise may rise above the photo's quietest before any dot is taken out: it may be the dots' own rings.
    private static final double CROWDED = 1.5;
    private static final double QUIET_SHARE = 0.15;
    private static final double QUIET_IN_DEVIATIONS = 0.189; // 15 % of a normal distribution lie nearer to its middle
    private static final int QUIET_STRIDE = 5;

    private final FilterAnswers answers;
    private final byte[] skin;
    private final int columns;
    private final int rows;
    private final double radiusPx;
    private final boolean dotsTakenOut;

    /**
     * @param mask 0 outside the scalp
     * @param radiusPx over which noise is taken as one
     * @param dotsTakenOut whether they are out of the picture; else their rings are kept from passing for noise
     */
    LocalNoise(FilterAnswers answers, byte[] mask, double radiusPx, boolean dotsTakenOut) {
        this.answers = answers;
        this.radiusPx = radiusPx;
        this.dotsTakenOut = dotsTakenOut;
        int width = answers.tiles().widthPx;
        this.columns = width / DECIMATION;
        this.rows = answers.tiles().heightPx / DECIMATION;
        this.skin = new byte[columns * rows];
        for (int i = 0; i < skin.length; i++) {
            skin[i] = mask[i / columns * DECIMATION * width + i % columns * DECIMATION];
        }
    }

    /** Local standard deviation of one filter's answers. */
    Mesh of(int filter, double sigma) {
        float[] sampled = answers.sampled(filter, DECIMATION);
        try (var mats = new MatScope()) {
            Mat few = mats.own(new Mat(rows, columns, CvType.CV_32F));
            few.put(0, 0, sampled);
            Mat inside = mats.own(new Mat(rows, columns, CvType.CV_8U));
            inside.put(0, 0, skin);
            double deviation = brightDeviation(few, inside, mats);
            Mat bare = mats.mat();
            Core.compare(few, new Scalar(0), bare, Core.CMP_LT);
            Core.bitwise_and(bare, inside, bare);
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
            Mat noise = mats.own(deviationMesh(few, bare, radiusPx / DECIMATION, deviation));
            if (!dotsTakenOut) {
                Core.min(noise, new Scalar(CROWDED * quietCore(sampled)), noise);
            }
            return Mesh.of(noise);
        }
    }

    /**
     * The standard deviation that a normal noise would have whose quietest answers are these: dots and their rings
     * answer strongly, so that the smallest answers come from bare skin even where little of it is left.
     */
    private double quietCore(float[] sampled) {
        float[] answers = new float[sampled.length / QUIET_STRIDE + 1];
        int count = 0;
        for (int i = 0; i < sampled.length; i += QUIET_STRIDE) {
            if (skin[i] != 0) {
                answers[count++] = Math.abs(sampled[i]);
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
}
