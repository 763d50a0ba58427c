package io.stipple.dots;

import java.util.List;
import org.opencv.core.Mat;

/**
 * The skin under crowds of dots. Where blur and slant run dots together no bare skin shows between them: its level is
 * guessed from farther off or from the crowd, and every dot seems paler by what that guess is wrong by. But where the
 * dots stand is known from other photos, so that the photo can be compared with the picture that they would give (a
 * regression in windows of some millimetres): its slope is the share of their weight that the dots show, its intercept
 * what the skin was taken wrong by.
 */
final class CrowdedSkin {
    /** The skin as it was taken. */
    static final CrowdedSkin NONE = new CrowdedSkin(1, 1, Mesh.ZERO, Mesh.ZERO, Mesh.ZERO);

    private static final double AROUND_MM = 3; // standard deviation of the window, which holds some fifty dots
    private static final double ENOUGH_BARE = 0.35; // share of pixels from which on the skin needs no guess
    // Of what the photo's dots show as a whole: a steeper or flatter slope is that of too few or too blurred dots.
    private static final double LEAST_GROWTH = 0.5;
    private static final double MOST_GROWTH = 1.5;

    private final int width;
    private final int height;
    private final Mesh crowding;
    private final Mesh slope;
    private final Mesh excess;

    private CrowdedSkin(int width, int height, Mesh crowding, Mesh slope, Mesh excess) {
        this.width = width;
        this.height = height;
        this.crowding = crowding;
        this.slope = slope;
        this.excess = excess;
    }

    /**
     * Compares a photo with its expected dots; no others may have come, since they stand where these leave room.
     *
     * @param expected dots, each with its place, its shape and what it weighed before
     * @param fit of the photo with nothing taken out of it yet
     * @param mask CV_8UC1 of the photo's crop, 0 outside the scalp
     */
    static CrowdedSkin of(List<Blob> expected, ProfileFit fit, Mat mask) {
        List<Blob> weighed =
                expected.stream().filter(b -> b.expectedPigment > 0).toList();
        if (weighed.isEmpty()) {
            return NONE;
        }
        double[] peaks =
                weighed.stream().mapToDouble(b -> b.peakOf(b.expectedPigment)).toArray();
        int width = fit.width();
        int height = fit.height();
        float[] picture = pictureOf(weighed, peaks, fit);
        double pxPerMm = Calibration.median(
                weighed.stream().mapToDouble(b -> b.frame.pxPerMm()).toArray());
        double bareBelow = CandidateSearch.BARE * Calibration.median(peaks);
        var sums = new Sums(picture, fit.residual(), bytesOf(mask), width, height, AROUND_MM * pxPerMm);
        Mesh bare = sums.mean((there, seen) -> there < bareBelow ? 1 : 0);
        Mesh there = sums.mean((t, seen) -> t);
        Mesh seen = sums.mean((t, s) -> s);
        Mesh squares = sums.mean((t, s) -> t * t);
        Mesh products = sums.mean((t, s) -> t * s);
        Mesh crowding = bare.map(i -> Math.max(0, 1 - bare.cell(i) / ENOUGH_BARE));
        Mesh slope = there.map(i -> (products.cell(i) - there.cell(i) * seen.cell(i))
                / Math.max(1e-12, squares.cell(i) - there.cell(i) * there.cell(i)));
        Mesh excess = there.map(i -> crowding.cell(i) * (seen.cell(i) - slope.cell(i) * there.cell(i)));
        return new CrowdedSkin(width, height, crowding, slope, excess);
    }

    /** The picture that the dots would give with what they weighed before. */
    private static float[] pictureOf(List<Blob> dots, double[] peaks, ProfileFit fit) {
        var painter = new ProfileFit(new float[fit.width() * fit.height()], fit.width(), fit.height(), fit.widestPx());
        for (int i = 0; i < peaks.length; i++) {
            dots.get(i).peak = -peaks[i];
        }
        painter.subtract(dots);
        dots.forEach(b -> b.peak = 0);
        return painter.residual();
    }

    /** Means of some function of two pictures over the window around each cell of a mesh. */
    private static final class Sums {
        private final float[] there;
        private final float[] seen;
        private final byte[] mask;
        private final int width;
        private final int height;
        private final double radiusPx;

        Sums(float[] there, float[] seen, byte[] mask, int width, int height, double radiusPx) {
            this.there = there;
            this.seen = seen;
            this.mask = mask;
            this.width = width;
            this.height = height;
            this.radiusPx = radiusPx;
        }

        /** Of the value expected of a pixel and the one that is seen. */
        private interface Term {
            double of(double there, double seen);
        }

        Mesh mean(Term term) {
            float[] values = new float[there.length];
            Bands.forEach(height, (top, bottom) -> {
                for (int i = top * width; i < bottom * width; i++) {
                    values[i] = (float) term.of(there[i], seen[i]);
                }
            });
            int cellPx = Math.max(2, (int) Math.round(radiusPx / Meshes.CELLS_A_RADIUS));
            return Meshes.meanOver(values, mask, width, height, cellPx, radiusPx / cellPx);
        }
    }

    /**
     * Takes off the photo what its skin was taken wrong by.
     *
     * @param mask CV_8UC1, 0 outside the scalp, which is left as it is
     */
    void takeOff(ProfileFit fit, Mat mask) {
        if (this != NONE) {
            fit.takeOff(excess, bytesOf(mask));
        }
    }

    private static byte[] bytesOf(Mat mask) {
        byte[] inside = new byte[mask.rows() * mask.cols()];
        mask.get(0, 0, inside);
        return inside;
    }

    /** The same once it is known which share of the expected dots is there: the slope is what all of them show. */
    CrowdedSkin ofThoseThat(double stayed) {
        return this == NONE
                ? NONE
                : new CrowdedSkin(width, height, crowding, slope.map(i -> slope.cell(i) / stayed), excess);
    }

    /**
     * What a dot's weight is to be multiplied with for this photo.
     *
     * @param shown by the dots around it that stand out
     * @param overall by those of the whole photo
     */
    double growthAt(Blob blob, double shown, double overall) {
        double crowded = crowding.cellAt(blob.x, blob.y, width, height);
        double ofCrowd = Math.max(
                LEAST_GROWTH * overall, Math.min(MOST_GROWTH * overall, slope.cellAt(blob.x, blob.y, width, height)));
        return shown + crowded * (ofCrowd - shown);
    }
}
