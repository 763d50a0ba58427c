package io.stipple.phantom;

/**
 * How well dots were found in the treated regions of one photo.
 *
 * @param view such as {@code top}
 * @param stage by name
 * @param truth dots that are there and to be seen
 * @param found by the analysis in the treated regions
 * @param matched of both
 * @param centrePx median distance of matched centres; NaN without any
 * @param falsePerCm2 found without being there, over the regions' area
 */
public record DetectionScore(
        String view, String stage, int truth, int found, int matched, double centrePx, double falsePerCm2) {
    public double precision() {
        return found == 0 ? Double.NaN : (double) matched / found;
    }

    public double recall() {
        return truth == 0 ? Double.NaN : (double) matched / truth;
    }

    /** Harmonic mean of precision and recall; NaN where there is neither a dot nor a find. */
    public double f1() {
        return truth + found == 0 ? Double.NaN : 2.0 * matched / (truth + found);
    }
}
