package io.stipple.dots;

import io.stipple.model.ScalpFrame;

/**
 * The second moments of a profile in the picture, px².
 *
 * @param xx along x
 * @param xy mixed
 * @param yy along y
 */
record Covariance(double xx, double xy, double yy) {
    private static final double OVERLAP_REACH = 4; // deviations: what overlaps there is below 1e-3

    static Covariance of(Blob blob) {
        return new Covariance(blob.xx, blob.xy, blob.yy);
    }

    /**
     * How a round profile on the scalp appears.
     *
     * @param scalpMm2 variance per axis on the scalp, mm²
     * @param blurPx2 variance per axis of the photo's blur, px²
     */
    static Covariance seen(ScalpFrame frame, double scalpMm2, double blurPx2) {
        return new Covariance(
                scalpMm2 * (frame.xPerU() * frame.xPerU() + frame.xPerV() * frame.xPerV()) + blurPx2,
                scalpMm2 * (frame.xPerU() * frame.yPerU() + frame.xPerV() * frame.yPerV()),
                scalpMm2 * (frame.yPerU() * frame.yPerU() + frame.yPerV() * frame.yPerV()) + blurPx2);
    }

    /** Gives a candidate this shape. */
    void give(Blob blob) {
        blob.xx = xx;
        blob.xy = xy;
        blob.yy = yy;
    }

    /** Length of a step in deviations of this shape. */
    double distance(double dx, double dy) {
        return Math.sqrt(Math.max(0, yy * dx * dx - 2 * xy * dx * dy + xx * dy * dy) / determinant());
    }

    /**
     * Square of the overlap of two such profiles that lie a step apart, 0..1: the share of either's light that cannot be
     * told from the other's.
     */
    double overlap(double dx, double dy) {
        double away = distance(dx, dy);
        return Math.exp(-away * away / 2);
    }

    /** How far apart two overlap by next to nothing, px. */
    double overlapReach() {
        return OVERLAP_REACH * Math.sqrt(Math.max(xx, yy));
    }

    double determinant() {
        return xx * yy - xy * xy;
    }

    /** This shape with both principal variances within the bounds. */
    Covariance clamped(double least, double most) {
        double mean = (xx + yy) / 2;
        double apart = (xx - yy) / 2;
        double half = Math.sqrt(apart * apart + xy * xy);
        double large = Math.max(least, Math.min(most, mean + half));
        double small = Math.max(least, Math.min(most, mean - half));
        if (half < 1e-12) {
            return new Covariance(large, 0, large);
        }
        double cos2 = apart / half;
        double sin2 = xy / half;
        double centre = (large + small) / 2;
        double spread = (large - small) / 2;
        return new Covariance(centre + spread * cos2, spread * sin2, centre - spread * cos2);
    }

    /** Principal variances of this shape in units of {@code expected}: of expected⁻¹·this, larger first. */
    double[] relativeTo(Covariance expected) {
        double det = expected.determinant();
        double trace = (expected.yy * xx - 2 * expected.xy * xy + expected.xx * yy) / det;
        double product = determinant() / det;
        double half = Math.sqrt(Math.max(0, trace * trace / 4 - product));
        return new double[] {trace / 2 + half, Math.max(1e-9, trace / 2 - half)};
    }
}
