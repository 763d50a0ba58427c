package io.stipple.registration;

import io.stipple.opencv.LinearImage;
import io.stipple.opencv.Mask;
import io.stipple.opencv.MatScope;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Takes light and pigment out of a photo: what stays is skin, and the dark spots apart.
 *
 * <p>Light: the logarithm of luminance minus its local mean inside the head, over its local deviation. Pigment: spots
 * darker than the noise of the bright side explains (pigment, moles and stubble only darken, so the bright side tells what
 * skin alone does) are cut out and filled from around. Both keep what changes between sessions away from what does not.
 * Flattening is Wallis's (1976, Image Processing and Computer Graphics 5), on the logarithm, where light is a sum (Oppenheim
 * et al. 1968, Proc. IEEE 56:1264); redness is a ratio of channels, free of shade (Gevers and Smeulders 1999, Pattern
 * Recognition 32:453).
 */
final class TextureExtraction {
    /** Far below the darkest skin, above the floor of an 8-bit photo: keeps the logarithm of black finite. */
    private static final double DARKEST_LIGHT = 1e-3;

    /** Grid sides divide by this, so that three halvings are exact. */
    private static final int DIVISOR = 8;

    /** The first finds the dots against a mean that they pulled down, the second against skin. */
    private static final int PASSES = 2;

    private final FrameSettings settings;
    private final double headMm;

    TextureExtraction(RegistrationSettings settings) {
        this.settings = settings.frame();
        this.headMm = settings.headMm();
    }

    /**
     * Textures of the head at the finest working scale; the caller closes them.
     *
     * @throws IllegalArgumentException when the mask is of another size than the photo or empty
     */
    Textures of(LinearImage photo, Mask head) {
        if (head.pixels().cols() != photo.widthPx() || head.pixels().rows() != photo.heightPx()) {
            throw new IllegalArgumentException("head mask of " + head.pixels().cols() + " x "
                    + head.pixels().rows() + " px for a photo of " + photo.widthPx() + " x " + photo.heightPx());
        }
        double pxPerMm = Math.sqrt(Math.max(1, head.areaPx())) / headMm;
        Rect box = Imgproc.boundingRect(head.pixels());
        if (box.width < 2 * DIVISOR || box.height < 2 * DIVISOR) {
            throw new IllegalArgumentException("head mask of " + box.width + " x " + box.height + " px is too small");
        }
        // Never enlarge: a coarse photo is worked on as it is.
        double reduction = Math.min(1, settings.workPxPerMm() / pxPerMm);
        WorkGrid grid = gridOver(box, reduction);
        try (MatScope mats = new MatScope()) {
            Mat inside = insideAt(grid, box, head.pixels(), pxPerMm * reduction, mats);
            Mat small = mats.mat();
            Imgproc.resize(mats.own(photo.rgb().submat(box)), small, sizeOf(grid), 0, 0, Imgproc.INTER_AREA);
            Mat light = logLight(small, inside, mats);
            Mat tint = tint(small, inside, pxPerMm * reduction, mats);
            return separate(grid, light, tint, inside, pxPerMm * reduction, mats);
        }
    }

    private static WorkGrid gridOver(Rect box, double reduction) {
        int cols = DIVISOR * (int) Math.max(1, Math.round(box.width * reduction / DIVISOR));
        int rows = DIVISOR * (int) Math.max(1, Math.round(box.height * reduction / DIVISOR));
        return new WorkGrid(box.x, box.y, box.width / (double) cols, box.height / (double) rows, cols, rows);
    }

    /** CV_8UC1 of the grid: 255 in the head, drawn in at the rim. */
    private Mat insideAt(WorkGrid grid, Rect box, Mat head, double workPxPerMm, MatScope mats) {
        Mat small = mats.mat();
        Imgproc.resize(mats.own(head.submat(box)), small, sizeOf(grid), 0, 0, Imgproc.INTER_AREA);
        Mat full = mats.mat();
        Imgproc.threshold(small, full, 254, 255, Imgproc.THRESH_BINARY);
        int reach = (int) Math.round(settings.rimMm() * workPxPerMm);
        Mat disc =
                mats.own(Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(2 * reach + 1, 2 * reach + 1)));
        Mat drawnIn = mats.mat();
        Imgproc.erode(full, drawnIn, disc, new org.opencv.core.Point(-1, -1), 1, Core.BORDER_CONSTANT, Scalar.all(0));
        return drawnIn;
    }

    /** CV_32FC1 logarithm of luminance; blown-out pixels are taken out of {@code inside}. */
    private Mat logLight(Mat small, Mat inside, MatScope mats) {
        Mat luminance = mats.mat();
        Imgproc.cvtColor(small, luminance, Imgproc.COLOR_RGB2GRAY);
        Mat blown = mats.mat();
        Core.inRange(small, Scalar.all(Double.NEGATIVE_INFINITY), Scalar.all(settings.glossLight()), blown);
        Core.bitwise_and(inside, blown, inside);
        Core.max(luminance, Scalar.all(DARKEST_LIGHT), luminance);
        Core.log(luminance, luminance);
        return luminance;
    }

    /**
     * CV_32FC1 redness in local sigma: log R - log G. Shade darkens both channels alike and so does grey pigment, so what
     * stays is blood and melanin.
     */
    private Mat tint(Mat small, Mat inside, double pxPerMm, MatScope mats) {
        Mat red = mats.mat();
        Mat green = mats.mat();
        Core.extractChannel(small, red, 0);
        Core.extractChannel(small, green, 1);
        Core.max(green, Scalar.all(DARKEST_LIGHT), green);
        Core.max(red, Scalar.all(DARKEST_LIGHT), red);
        Core.divide(red, green, red);
        Core.log(red, red);
        Mat head = mats.mat();
        inside.convertTo(head, CvType.CV_32F, 1 / 255.0);
        Mat smooth = new MaskedMean(settings.tintMm() * pxPerMm).of(red, head, mats);
        MaskedMean window = new MaskedMean(settings.flattenMm() * pxPerMm);
        Core.subtract(smooth, window.of(smooth, head, mats), smooth);
        Mat square = mats.mat();
        Core.multiply(smooth, smooth, square);
        Mat deviation = window.of(square, head, mats);
        Core.max(deviation, Scalar.all(Float.MIN_NORMAL), deviation);
        Core.sqrt(deviation, deviation);
        Core.divide(smooth, deviation, smooth);
        Core.min(smooth, Scalar.all(settings.clipSigma()), smooth);
        Core.max(smooth, Scalar.all(-settings.clipSigma()), smooth);
        Mat outside = mats.mat();
        Core.compare(inside, Scalar.all(0), outside, Core.CMP_EQ);
        smooth.setTo(Scalar.all(0), outside);
        return smooth;
    }

    private Textures separate(WorkGrid grid, Mat light, Mat tint, Mat inside, double pxPerMm, MatScope mats) {
        Mat head = mats.mat();
        inside.convertTo(head, CvType.CV_32F, 1 / 255.0);
        MaskedMean window = new MaskedMean(settings.flattenMm() * pxPerMm);
        Mat flat = mats.mat();
        Core.subtract(light, window.of(light, head, mats), flat);

        Mat skinWeight = mats.mat();
        Mat hole = mats.mat();
        for (int pass = 0; pass < PASSES; pass++) {
            darkSpots(flat, inside, pxPerMm, mats).copyTo(hole);
            head.copyTo(skinWeight);
            skinWeight.setTo(Scalar.all(0), hole);
            // Light once more, now from skin alone: dots had pulled the last mean down.
            Core.subtract(flat, window.of(flat, skinWeight, mats), flat);
        }
        Mat square = mats.mat();
        Core.multiply(flat, flat, square);
        Mat deviation = window.of(square, skinWeight, mats);
        Core.max(deviation, Scalar.all(Float.MIN_NORMAL), deviation);
        Core.sqrt(deviation, deviation);
        Core.divide(flat, deviation, flat);
        double clip = settings.clipSigma();
        Core.min(flat, Scalar.all(clip), flat);

        Mat spots = spotsOf(flat, head, clip, mats);
        Mat filling = new MaskedMean(settings.fillMm() * pxPerMm).of(flat, skinWeight, mats);
        Core.max(flat, Scalar.all(-clip), flat);
        filling.copyTo(flat, hole);
        Mat outside = mats.mat();
        Core.compare(head, Scalar.all(0), outside, Core.CMP_EQ);
        flat.setTo(Scalar.all(0), outside);
        return new Textures(
                grid, mats.keep(flat), mats.keep(skinWeight), mats.keep(spots), mats.keep(tint), mats.keep(head));
    }

    /** CV_8UC1: 255 where a spot is darker than the bright side's noise explains, with its soft edge. */
    private Mat darkSpots(Mat flat, Mat inside, double pxPerMm, MatScope mats) {
        Mat smooth = mats.mat();
        double sigma = settings.dotMm() * pxPerMm;
        Imgproc.GaussianBlur(flat, smooth, new Size(0, 0), Math.max(sigma, 0.5));
        double limit = -settings.holeSigma() * brightSigma(smooth, inside, mats);
        Mat dark = mats.mat();
        Core.compare(smooth, Scalar.all(limit), dark, Core.CMP_LT);
        int reach = Math.max(1, (int) Math.round(settings.holeMarginMm() * pxPerMm));
        Mat disc =
                mats.own(Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(2 * reach + 1, 2 * reach + 1)));
        Imgproc.dilate(dark, dark, disc);
        Core.bitwise_and(dark, inside, dark);
        return dark;
    }

    /** Root mean square of what is brighter than its surroundings. */
    private static double brightSigma(Mat flat, Mat inside, MatScope mats) {
        Mat bright = mats.mat();
        Core.compare(flat, Scalar.all(0), bright, Core.CMP_GT);
        Core.bitwise_and(bright, inside, bright);
        int count = Core.countNonZero(bright);
        return count == 0 ? 0 : Core.norm(flat, Core.NORM_L2, bright) / Math.sqrt(count);
    }

    /** Darkness above one sigma, square-rooted: a fresh dark dot and a faded one then pull about alike. */
    private static Mat spotsOf(Mat flat, Mat head, double clip, MatScope mats) {
        Mat spots = mats.mat();
        flat.convertTo(spots, CvType.CV_32F, -1);
        Core.max(spots, Scalar.all(0), spots);
        Core.min(spots, Scalar.all(clip * clip), spots);
        Core.sqrt(spots, spots);
        Core.multiply(spots, head, spots);
        return spots;
    }

    private static Size sizeOf(WorkGrid grid) {
        return new Size(grid.cols(), grid.rows());
    }
}
