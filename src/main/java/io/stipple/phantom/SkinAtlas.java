package io.stipple.phantom;

import io.stipple.opencv.MatScope;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * What the untreated skin looks like around one view's axis: tone, pores, lines, freckles and moles, fixed to the skin
 * at rest. An azimuthal equidistant chart of the directions at rest.
 *
 * <p>Tone and texture are drawn anew for each view; moles and freckles are the person's own and appear in all.
 */
final class SkinAtlas {
    // Pores and furrows of 0.1 mm need this much.
    private static final double FULL_TEXELS_PER_MM = 10;
    // Enough where a whole photo has less than a megapixel and so under 4 px/mm.
    private static final double SMALL_TEXELS_PER_MM = 4;
    private static final double SMALL_MEGAPIXELS = 1;
    /** Chart millimetres per radian: the middle of a head's radii of curvature. */
    private static final double MM_PER_RAD = 92;

    private static final double REACH_RAD = 1.62;

    private final double texelsPerMm;
    private final int size;
    private final Vec axis;
    private final Vec right;
    private final Vec down;
    /** Extra optical density of melanin. */
    final float[] melanin;
    /** Extra optical density of blood. */
    final float[] blood;
    /** Slope of the relief to the chart's right. */
    final float[] slopeU;
    /** Slope of the relief down the chart. */
    final float[] slopeV;

    private SkinAtlas(CameraView view, double texelsPerMm) {
        this.texelsPerMm = texelsPerMm;
        this.size = (int) (2 * REACH_RAD * MM_PER_RAD * texelsPerMm);
        this.melanin = new float[size * size];
        this.blood = new float[size * size];
        this.slopeU = new float[size * size];
        this.slopeV = new float[size * size];
        this.axis = view.towardsCamera();
        this.right = view.right();
        this.down = view.down();
    }

    int size() {
        return size;
    }

    Vec right() {
        return right;
    }

    Vec down() {
        return down;
    }

    /** Chart column of a direction at rest, texels. */
    double u(Vec rest) {
        return size / 2.0 + stretch(rest) * rest.dot(right);
    }

    /** Chart row of a direction at rest, texels. */
    double v(Vec rest) {
        return size / 2.0 + stretch(rest) * rest.dot(down);
    }

    private double stretch(Vec rest) {
        double cosine = Math.max(-0.999999, Math.min(0.999999999, rest.dot(axis)));
        double angle = Math.acos(cosine);
        return angle / Math.sin(angle) * MM_PER_RAD * texelsPerMm;
    }

    /**
     * Draws the chart of one view.
     *
     * @param megapixels of the case's photos: decides how fine the chart is, alike for all its photos
     * @param pxMm how many millimetres of scalp fall on one pixel of the photo: what a pixel cannot resolve is smoothed
     *     away, as a sensor does
     * @param change 0 for the skin itself, towards 1 for a skin whose fine texture has become another
     * @param changeSeed of that other texture
     */
    static SkinAtlas of(
            long seed,
            CameraView view,
            List<SkinMark> marks,
            double megapixels,
            double pxMm,
            double change,
            long changeSeed) {
        SkinAtlas atlas = new SkinAtlas(view, megapixels < SMALL_MEGAPIXELS ? SMALL_TEXELS_PER_MM : FULL_TEXELS_PER_MM);
        int size = atlas.size;
        double texelsPerPhotoPx = pxMm * atlas.texelsPerMm;
        try (MatScope mats = new MatScope()) {
            Mat melanin = mats.own(Mat.zeros(size, size, CvType.CV_32F));
            Mat blood = mats.own(Mat.zeros(size, size, CvType.CV_32F));
            Mat height = mats.own(Mat.zeros(size, size, CvType.CV_32F));
            Dice dice = new Dice(seed, "skin", view.word());
            atlas.addNoise(melanin, dice, 12, 0.05);
            atlas.addNoise(melanin, dice, 3.5, 0.025);
            atlas.addNoise(melanin, dice, 0.7, 0.015);
            atlas.addNoise(blood, dice, 7, 0.08);
            atlas.addNoise(blood, dice, 1.5, 0.05);
            atlas.addNoise(blood, dice, 0.35, 0.03);
            atlas.addFine(height, melanin, dice, new Dice(changeSeed, "skin changed", view.word()), change);
            atlas.paintMarks(melanin, marks);
            atlas.paintCreases(height, melanin, new Dice(seed, "creases"));
            atlas.paintPores(melanin, new Dice(seed, "pores", view.word()));
            Mat slopeU = mats.mat();
            Mat slopeV = mats.mat();
            // Scharr sums to 32 over a span of two texels.
            Imgproc.Scharr(height, slopeU, CvType.CV_32F, 1, 0, atlas.texelsPerMm / 32);
            Imgproc.Scharr(height, slopeV, CvType.CV_32F, 0, 1, atlas.texelsPerMm / 32);
            store(melanin, atlas.melanin, texelsPerPhotoPx);
            store(blood, atlas.blood, texelsPerPhotoPx);
            store(slopeU, atlas.slopeU, texelsPerPhotoPx);
            store(slopeV, atlas.slopeV, texelsPerPhotoPx);
        }
        return atlas;
    }

    private static void store(Mat from, float[] to, double texelsPerPhotoPx) {
        if (texelsPerPhotoPx > 0.9) {
            double sigma = 0.4 * texelsPerPhotoPx;
            Imgproc.GaussianBlur(from, from, new Size(0, 0), sigma);
        }
        from.get(0, 0, to);
    }

    /** Relief in mm of the fine furrows that cross-hatch skin, and the shade that lies in them. */
    private void addFine(Mat height, Mat melanin, Dice dice, Dice other, double change) {
        try (MatScope mats = new MatScope()) {
            double[] sigmaMm = {0.14, 0.28, 0.6};
            double[] depthMm = {0.026, 0.045, 0.055};
            for (int i = 0; i < sigmaMm.length; i++) {
                Mat own = mats.own(noise(dice, sigmaMm[i]));
                Mat changed = mats.own(noise(other, sigmaMm[i]));
                Core.addWeighted(own, Math.cos(change * Math.PI / 2), changed, Math.sin(change * Math.PI / 2), 0, own);
                // Furrows run where the noise crosses zero: a net of thin lines.
                Mat furrow = mats.mat();
                Core.multiply(own, own, furrow, -6);
                Core.exp(furrow, furrow);
                Core.scaleAdd(furrow, -depthMm[i], height, height);
                Core.scaleAdd(own, 0.35 * depthMm[i], height, height);
                Core.scaleAdd(furrow, 1.6 * depthMm[i], melanin, melanin);
            }
        }
    }

    private void addNoise(Mat to, Dice dice, double sigmaMm, double amplitude) {
        Mat noise = noise(dice, sigmaMm);
        Core.scaleAdd(noise, amplitude, to, to);
        noise.release();
    }

    /** Smooth noise of unit variance; coarse scales are drawn small and enlarged. */
    private Mat noise(Dice dice, double sigmaMm) {
        try (MatScope mats = new MatScope()) {
            double sigma = sigmaMm * texelsPerMm;
            int shrink = Math.max(1, (int) (sigma / 3));
            int smallSize = size / shrink + 2;
            float[] values = new float[smallSize * smallSize];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (dice.uniform() - 0.5);
            }
            Mat small = mats.own(new Mat(smallSize, smallSize, CvType.CV_32F));
            small.put(0, 0, values);
            double smallSigma = sigma / shrink;
            Imgproc.GaussianBlur(small, small, new Size(0, 0), smallSigma);
            // Variance of uniform noise 1/12, cut by the blur to 1/(4πσ²).
            Core.multiply(small, org.opencv.core.Scalar.all(Math.sqrt(12 * 4 * Math.PI) * smallSigma), small);
            Mat full = mats.mat();
            Imgproc.resize(small, full, new Size(size, size), 0, 0, Imgproc.INTER_CUBIC);
            return mats.keep(full);
        }
    }

    private void paintPores(Mat melanin, Dice dice) {
        float[] values = new float[size * size];
        melanin.get(0, 0, values);
        double poresPerCm2 = 110;
        int pores = (int) (size * (double) size / (texelsPerMm * texelsPerMm) / 100 * poresPerCm2);
        for (int i = 0; i < pores; i++) {
            double depth = 0.05 + 0.30 * Math.pow(dice.uniform(), 3);
            splat(values, dice.between(0, size), dice.between(0, size), dice.between(0.07, 0.14), depth, false);
        }
        melanin.put(0, 0, values);
    }

    /** The long folds of the forehead and of the back of the neck: one person's own, in every view. */
    private void paintCreases(Mat height, Mat melanin, Dice dice) {
        float[] relief = new float[size * size];
        float[] shade = new float[size * size];
        height.get(0, 0, relief);
        melanin.get(0, 0, shade);
        for (int crease = 0; crease < 9; crease++) {
            boolean front = crease < 5;
            double polar = front ? 64 + 5 * crease + dice.between(-1, 1) : 92 + 6 * (crease - 5) + dice.between(-2, 2);
            double middle = front ? dice.between(-8, 8) : 180 + dice.between(-8, 8);
            double reach = dice.between(18, 38);
            double phase = dice.between(0, 6);
            double depth = dice.between(0.3, 1);
            for (double along = -reach; along <= reach; along += 0.1) {
                double fade = 1 - along * along / (reach * reach);
                double wave = 1.2 * Math.sin(along * 0.12 + phase) + 0.4 * Math.sin(along * 0.5 + 2 * phase);
                Vec at = ScalpRegion.direction(polar + wave, middle + along);
                if (at.dot(axis) > Math.cos(REACH_RAD - 0.1)) {
                    // Steps of 0.15 mm under a sigma of 0.3 mm: about five overlap.
                    splat(relief, u(at), v(at), 0.3, -0.03 * depth * fade, false);
                    splat(shade, u(at), v(at), 0.25, 0.03 * depth * fade, false);
                }
            }
        }
        height.put(0, 0, relief);
        melanin.put(0, 0, shade);
    }

    private void paintMarks(Mat melanin, List<SkinMark> marks) {
        float[] values = new float[size * size];
        melanin.get(0, 0, values);
        for (SkinMark mark : marks) {
            if (mark.rest().dot(axis) > Math.cos(REACH_RAD - 0.1)) {
                splat(values, u(mark.rest()), v(mark.rest()), mark.radiusMm(), mark.od(), mark.disc());
            }
        }
        melanin.put(0, 0, values);
    }

    /** Adds a disc with a soft edge, or a Gaussian of that sigma. */
    private void splat(float[] values, double u, double v, double sizeMm, double depth, boolean disc) {
        double radius = sizeMm * texelsPerMm;
        int reach = (int) Math.ceil(disc ? radius + 6 : 3.2 * radius);
        for (int y = Math.max(0, (int) v - reach); y <= Math.min(size - 1, (int) v + reach); y++) {
            for (int x = Math.max(0, (int) u - reach); x <= Math.min(size - 1, (int) u + reach); x++) {
                double r = Math.hypot(x - u, y - v);
                double shape =
                        disc ? 1 / (1 + Math.exp((r - radius) / 1.3)) : Math.exp(-0.5 * r * r / (radius * radius));
                values[y * size + x] += (float) (depth * shape);
            }
        }
    }
}
