package io.stipple.dots;

import io.stipple.opencv.LinearImage;
import io.stipple.opencv.MatScope;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * The light that is missing over the local skin, which is what dots are looked for and weighed in. Blur spreads a dot's
 * missing light but loses none of it, so light is what is fitted; optical density follows from the dot's own size
 * afterwards. All colours share in it, since JPEG keeps brightness better than any one of them.
 */
final class MissingLight {
    // Below a quarter of a 12-bit step nothing is left but read noise.
    private static final double DARKEST = 1.0 / 16384;
    // JPEG keeps colour no finer.
    private static final int COARSER = 2;

    private MissingLight() {}

    /**
     * CV_32FC1 of the crop's size: darker is positive, 0 outside the mask; handed over.
     *
     * @param photo linear light, R, G, B
     * @param mask CV_8UC1 of the crop's size, 255 on scalp
     * @param skinRadiusPx over which the bare skin is smoothed
     */
    static Mat of(LinearImage photo, Rect crop, Mat mask, double skinRadiusPx, DotSettings settings) {
        try (var mats = new MatScope()) {
            Mat light = mats.own(light(mats.own(photo.rgb().submat(crop)), weights(settings)));
            return SkinBackground.missing(light, mask, skinRadiusPx);
        }
    }

    /**
     * What of it blood takes, at half of the size; handed over. A fresh dot stands in a red halo that would count as
     * pigment and be gone once healed. Blood takes much more of green than of red and pigment about the same of both, so
     * that what green lacks more than red is blood's. Colours are noisier than brightness: dots are weighed without it,
     * but looked for with it.
     */
    static Mat ofBlood(LinearImage photo, Rect crop, Mat mask, double skinRadiusPx, DotSettings settings) {
        try (var mats = new MatScope()) {
            Mat rgb = mats.own(photo.rgb().submat(crop));
            Size size = new Size(Math.ceil(rgb.cols() / (double) COARSER), Math.ceil(rgb.rows() / (double) COARSER));
            Mat coarse = mats.mat();
            Imgproc.resize(rgb, coarse, size, 0, 0, Imgproc.INTER_AREA);
            Mat coarseMask = mats.mat();
            Imgproc.resize(mask, coarseMask, size, 0, 0, Imgproc.INTER_NEAREST);
            Mat redLight = mats.own(light(coarse, new double[] {1, 0, 0}));
            Mat greenLight = mats.own(light(coarse, new double[] {0, 1, 0}));
            Mat red = mats.own(SkinBackground.missing(redLight, coarseMask, skinRadiusPx / COARSER));
            Mat green = mats.own(SkinBackground.missing(greenLight, coarseMask, skinRadiusPx / COARSER));
            // Of blood that takes 1 of green, red lacks k, and green lacks 1 - k more than red.
            double inRed = settings.bloodInRed();
            double inAll = inRed + (1 - inRed) * shareOfOthersThanRed(coarse, weights(settings), coarseMask);
            Mat blood = mats.mat();
            Core.subtract(green, red, blood);
            Core.multiply(blood, new Scalar(inAll / (1 - inRed)), blood);
            return mats.keep(blood);
        }
    }

    /** Weights of red, green and blue in what is looked at. */
    static double[] weights(DotSettings settings) {
        return new double[] {settings.redShare(), settings.greenShare(), 1 - settings.redShare() - settings.greenShare()
        };
    }

    /** CV_32FC1, linear light above 0, each colour weighed; handed over. */
    static Mat light(Mat rgb, double[] weights) {
        try (var mats = new MatScope()) {
            Mat row = mats.own(new Mat(1, 3, CvType.CV_64F));
            row.put(0, 0, weights);
            Mat light = mats.mat();
            Core.transform(rgb, light, row);
            Core.max(light, new Scalar(DARKEST), light);
            return mats.keep(light);
        }
    }

    /** Share of the skin's light, so weighed, that is not red. */
    private static double shareOfOthersThanRed(Mat rgb, double[] weights, Mat mask) {
        double[] mean = Core.mean(rgb, mask).val;
        double all = 0;
        for (int channel = 0; channel < 3; channel++) {
            all += weights[channel] * mean[channel];
        }
        return 1 - weights[0] * mean[0] / all;
    }
}
