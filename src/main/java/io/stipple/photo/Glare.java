package io.stipple.photo;

import io.stipple.opencv.LinearImage;
import io.stipple.opencv.Mask;
import io.stipple.opencv.MatScope;
import java.util.Arrays;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Gloss: light that the skin's surface throws back before it has seen any pigment. It lowers a dot's contrast without
 * a grain of pigment lost.
 *
 * <p>Dichromatic reflection (Shafer, "Using color to separate reflection components", 1985): a pixel is d times the
 * colour of this skin plus m times the colour of the light, which white balance has made white. Shading and pigment
 * change d, gloss adds m. Redness is a third part, or skin with less blood in it would pass for gloss: haemoglobin takes
 * mostly green (Tsumura et al., "Image-based skin color and texture analysis/synthesis by extracting hemoglobin and
 * melanin information in the skin", 2003). The skin's colour is the median over the head.
 */
public final class Glare {
    private static final int ROWS_APART = 4; // a colour for the whole head needs no more

    private Glare() {}

    /**
     * The pixels of {@code head} where gloss hides the skin or the sensor is saturated; of the photo's size, handed
     * over to the caller.
     *
     * @param photo linear light
     * @param head of the photo's size
     */
    public static Mask find(LinearImage photo, Mask head) {
        return find(photo, head, GlareSettings.defaults());
    }

    /** As {@link #find(LinearImage, Mask)} with other settings. */
    public static Mask find(LinearImage photo, Mask head, GlareSettings settings) {
        if (head.pixels().cols() != photo.widthPx() || head.pixels().rows() != photo.heightPx()) {
            throw new IllegalArgumentException("the head's mask is "
                    + head.pixels().size() + ", the photo " + photo.rgb().size());
        }
        try (MatScope mats = new MatScope()) {
            Mat whole = mats.mat(head.pixels().size(), CvType.CV_8UC1, Scalar.all(0));
            Rect box = Imgproc.boundingRect(head.pixels());
            if (box.width > 0 && box.height > 0) {
                Mat inside = mats.own(head.pixels().submat(box));
                Mat rgb = mats.own(photo.rgb().submat(box));
                Mat found = mats.own(whole.submat(box));
                Mat clipped = clipped(rgb, settings, mats);
                Mat gloss = gloss(rgb, inside, settings, mats);
                Core.bitwise_or(clipped, gloss, found);
                Core.bitwise_and(found, inside, found);
            }
            return new Mask(mats.keep(whole));
        }
    }

    /**
     * The pixels of {@code head} where the sensor is saturated and nothing at all can be seen; of the photo's size, handed
     * over to the caller. Dots under weaker gloss are paler but can be found.
     *
     * @param photo linear light
     * @param head of the photo's size
     */
    public static Mask saturated(LinearImage photo, Mask head, GlareSettings settings) {
        try (MatScope mats = new MatScope()) {
            Mat found = mats.own(clipped(photo.rgb(), settings, mats));
            Mat inside = mats.mat();
            Core.bitwise_and(found, head.pixels(), inside);
            return new Mask(mats.keep(inside));
        }
    }

    /** Share of {@code head} that {@code glare} covers, %; 0 for an empty head. */
    public static double percent(Mask glare, Mask head) {
        int area = head.areaPx();
        try (MatScope mats = new MatScope()) {
            Mat both = mats.mat();
            Core.bitwise_and(glare.pixels(), head.pixels(), both);
            return area == 0 ? 0 : 100.0 * Core.countNonZero(both) / area;
        }
    }

    private static Mat clipped(Mat rgb, GlareSettings settings, MatScope all) {
        try (MatScope mats = new MatScope()) {
            Mat below = mats.mat();
            double limit = settings.clippedLight();
            Core.inRange(rgb, Scalar.all(-Double.MAX_VALUE), Scalar.all(limit), below);
            Mat clipped = all.mat();
            Core.bitwise_not(below, clipped);
            return clipped;
        }
    }

    private static Mat gloss(Mat rgb, Mat inside, GlareSettings settings, MatScope all) {
        try (MatScope mats = new MatScope()) {
            double shrink = Math.min(1, settings.workingSidePx() / (double) Math.max(rgb.cols(), rgb.rows()));
            Size size = new Size(Math.ceil(rgb.cols() * shrink), Math.ceil(rgb.rows() * shrink));
            Mat small = mats.mat();
            Imgproc.resize(rgb, small, size, 0, 0, Imgproc.INTER_AREA);
            Mat head = mats.mat();
            Imgproc.resize(inside, head, size, 0, 0, Imgproc.INTER_NEAREST);
            Mat found = mats.mat(size, CvType.CV_8UC1, Scalar.all(0));
            double[] skin = skinColour(small, head);
            if (skin.length > 0 && distanceFromWhite(skin) >= settings.neutralSkin()) {
                findByColour(small, head, skin, settings, found);
            }
            Mat full = all.mat();
            Imgproc.resize(found, full, rgb.size(), 0, 0, Imgproc.INTER_NEAREST);
            return full;
        }
    }

    /** Median R, G, B shares of the head, their sum 1; empty when it is black. */
    private static double[] skinColour(Mat rgb, Mat head) {
        float[] row = new float[3 * rgb.cols()];
        byte[] inside = new byte[rgb.cols()];
        double[][] shares = new double[3][(rgb.rows() / ROWS_APART + 1) * rgb.cols()];
        int count = 0;
        for (int y = 0; y < rgb.rows(); y += ROWS_APART) {
            rgb.get(y, 0, row);
            head.get(y, 0, inside);
            for (int x = 0; x < inside.length; x++) {
                double sum = row[3 * x] + row[3 * x + 1] + row[3 * x + 2];
                if (inside[x] != 0 && sum > 0) {
                    for (int channel = 0; channel < 3; channel++) {
                        shares[channel][count] = row[3 * x + channel] / sum;
                    }
                    count++;
                }
            }
        }
        if (count == 0) {
            return new double[0];
        }
        double[] median = new double[3];
        for (int channel = 0; channel < 3; channel++) {
            Arrays.sort(shares[channel], 0, count);
            median[channel] = shares[channel][count / 2];
        }
        double sum = median[0] + median[1] + median[2];
        return Arrays.stream(median).map(share -> share / sum).toArray();
    }

    private static double distanceFromWhite(double[] shares) {
        double third = 1 / 3.0;
        return Math.sqrt(Arrays.stream(shares)
                .map(share -> (share - third) * (share - third))
                .sum());
    }

    private static void findByColour(Mat rgb, Mat head, double[] skin, GlareSettings settings, Mat found) {
        try (MatScope mats = new MatScope()) {
            Mat parts = mats.mat();
            Core.transform(rgb, parts, mats.own(unmixing(skin, settings)));
            Mat diffuse = mats.mat();
            Mat surface = mats.mat();
            Core.extractChannel(parts, diffuse, 0);
            Core.extractChannel(parts, surface, 1);
            Mat around = localMean(diffuse, head, settings, mats);
            Core.multiply(around, Scalar.all(settings.glossShare()), around);
            Core.compare(surface, around, found, Core.CMP_GT);
            Core.bitwise_and(found, brighterThanAround(diffuse, surface, head, settings, mats), found);
            Core.bitwise_and(found, head, found);
        }
    }

    // Pale patches also turn towards white, yet hardly brighter. Half the share, since the mean around a highlight
    // holds
    // some of its gloss; smooth, or each dot would punch a hole.
    private static Mat brighterThanAround(Mat diffuse, Mat surface, Mat head, GlareSettings settings, MatScope all) {
        try (MatScope mats = new MatScope()) {
            Mat light = mats.mat();
            Core.add(diffuse, surface, light);
            double smooth = settings.smoothSpan() * Math.max(light.cols(), light.rows());
            Imgproc.GaussianBlur(light, light, new Size(0, 0), Math.max(smooth, 0.5));
            Mat around = localMean(light, head, settings, mats);
            Core.multiply(around, Scalar.all(1 + settings.glossShare() / 2), around);
            Mat brighter = all.mat();
            Core.compare(light, around, brighter, Core.CMP_GT);
            return brighter;
        }
    }

    /**
     * 2 × 3: R, G, B to the diffuse and the surface part, each as the sum of its three channels. Rows of the inverse of
     * the three colours skin, white and blood.
     */
    private static Mat unmixing(double[] skin, GlareSettings settings) {
        double[] blood = {skin[0] * settings.bloodRed(), skin[1] * settings.bloodGreen(), skin[2] * settings.bloodBlue()
        };
        try (MatScope mats = new MatScope()) {
            Mat colours = mats.own(new Mat(3, 3, CvType.CV_64FC1));
            for (int channel = 0; channel < 3; channel++) {
                colours.put(channel, 0, skin[channel], 1 / 3.0, blood[channel]);
            }
            Mat shares = mats.own(colours.inv(Core.DECOMP_SVD));
            Mat rows = mats.mat();
            mats.own(shares.rowRange(0, 2)).convertTo(rows, CvType.CV_32F);
            return mats.keep(rows);
        }
    }

    /** Mean over the head's pixels around each place. */
    private static Mat localMean(Mat values, Mat head, GlareSettings settings, MatScope all) {
        try (MatScope mats = new MatScope()) {
            double span = settings.lightSpan() * Math.max(values.cols(), values.rows());
            int side = 2 * (int) Math.ceil(span) + 1;
            Mat weight = mats.mat();
            head.convertTo(weight, CvType.CV_32F, 1 / 255.0);
            Mat sum = mats.mat();
            Core.multiply(values, weight, sum);
            Imgproc.blur(sum, sum, new Size(side, side));
            Imgproc.blur(weight, weight, new Size(side, side));
            Core.max(weight, Scalar.all(1e-6), weight);
            Mat mean = all.mat();
            Core.divide(sum, weight, mean);
            return mean;
        }
    }
}
