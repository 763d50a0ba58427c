package io.stipple.tone;

import io.stipple.opencv.MatScope;
import java.util.Arrays;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Tells plain skin from what lies on it: hair, moles, rims of dots, gloss.
 *
 * <p>Sigma clipping against a local mean, as SExtractor finds the sky behind stars (Bertin and Arnouts 1996, A&AS
 * 117:393–404), on log luminance so that shading and skin type do not matter. The spread is taken from the side
 * brighter than the local skin, where hair and pigment cannot widen it.
 */
final class PlainSkin {
    // 68.27 % of a normal distribution's bright half lie below one standard deviation.
    private static final double ONE_SIGMA = 0.6827;
    // Below this much linear light log means nothing: black, in any exposure of skin.
    private static final double DARKEST = 1e-4;
    private static final Point CENTRE = new Point(-1, -1);

    private final ToneSettings settings;

    PlainSkin(ToneSettings settings) {
        this.settings = settings;
    }

    /**
     * The pixels of plain skin, CV_8UC1, 255 or 0, owned by {@code mats}.
     *
     * @param rgb CV_32FC3 linear light
     * @param candidates CV_8UC1, 255 where skin may be
     */
    Mat within(Mat rgb, Mat candidates, MatScope mats) {
        Mat log = logLuminance(rgb, mats);
        int side = Math.max(3, (int) Math.round(settings.windowShare() * Math.max(rgb.cols(), rgb.rows())));
        Mat skin = mats.own(candidates.clone());
        for (int round = 0; round < settings.rounds() && Core.countNonZero(skin) > 0; round++) {
            try (MatScope roundMats = new MatScope()) {
                Mat off = roundMats.mat();
                Core.subtract(log, localMean(log, skin, side, roundMats), off);
                double reach = settings.clipSigma() * brightSpread(off, skin);
                Core.inRange(off, new Scalar(-reach), new Scalar(reach), skin);
                Core.bitwise_and(skin, candidates, skin);
            }
        }
        return skin;
    }

    private static Mat logLuminance(Mat rgb, MatScope mats) {
        Mat weights = mats.own(new Mat(1, 3, CvType.CV_64F));
        weights.put(0, 0, 0.2126729, 0.7151522, 0.0721750);
        Mat log = mats.mat();
        Core.transform(rgb, log, weights);
        Core.max(log, new Scalar(DARKEST), log);
        Core.log(log, log);
        return log;
    }

    /** Mean over the skin around each pixel, CV_32FC1. */
    private static Mat localMean(Mat log, Mat skin, int side, MatScope mats) {
        Mat weight = mats.mat();
        skin.convertTo(weight, CvType.CV_32F, 1 / 255.0);
        Mat sum = mats.own(log.mul(weight));
        Size window = new Size(side, side);
        Imgproc.blur(sum, sum, window, CENTRE, Core.BORDER_CONSTANT);
        Imgproc.blur(weight, weight, window, CENTRE, Core.BORDER_CONSTANT);
        Core.max(weight, new Scalar(1e-6), weight);
        Core.divide(sum, weight, sum);
        return sum;
    }

    private static double brightSpread(Mat off, Mat skin) {
        float[] values = new float[(int) off.total()];
        byte[] inside = new byte[values.length];
        off.get(0, 0, values);
        skin.get(0, 0, inside);
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (inside[i] != 0 && values[i] > 0) {
                values[count++] = values[i];
            }
        }
        if (count == 0) {
            return 0;
        }
        Arrays.sort(values, 0, count);
        return values[Math.min(count - 1, (int) (ONE_SIGMA * count))];
    }
}
