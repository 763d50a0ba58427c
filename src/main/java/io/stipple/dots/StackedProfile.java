package io.stipple.dots;

import io.stipple.model.PointPx;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What the photo's dots look like on average: the effective profile of Anderson and King (2000), stacked from dots with
 * room around them, neighbours subtracted, and the disc and blur that explain it best.
 *
 * @param fluxFactor light missing in the stack over light missing in the Gaussian that was fitted: the aperture
 *     correction, common to the photo
 * @param discInSd radius of the disc, in standard deviations of the fitted Gaussian
 * @param blurInSd standard deviation of the blur (with the dot's own soft edge), in the same unit
 */
record StackedProfile(double fluxFactor, double discInSd, double blurInSd) {
    /** A Gaussian as fitted, for photos with too few dots to stack: nothing to correct, half of its variance blur. */
    static final StackedProfile GAUSSIAN = new StackedProfile(1, Math.sqrt(2), Math.sqrt(0.5));

    private static final double REACH = 4; // sd: a dot ends at 3, what phones' sharpening does to its rim by 4
    private static final double SKY = 5; // the ring from REACH to here is taken for bare skin
    private static final double BIN = 0.25;
    private static final int BINS = (int) (SKY / BIN);
    private static final int ENOUGH = 40;
    private static final int PLENTY = 500;
    private static final double ROOMIEST = 0.3; // share of the dots that is stacked, the ones with most room
    private static final double CLIP = 3;
    // A dot that blur has made all but Gaussian no longer shows its own size: it is then taken to hold a third of the
    // variance, since a smaller disc would have to be darker than any pigment.
    private static final double MOST_BLUR = 0.8;
    private static final double LEAST_DISC = 1.15;

    /**
     * Stacks the dots.
     *
     * @param residual of the fit, row by row, with all candidates taken out
     * @param blobs all candidates; those named dots carry the common profile
     */
    static StackedProfile of(float[] residual, int width, int height, List<Blob> blobs) {
        List<Blob> roomy = roomiest(blobs);
        if (roomy.size() < ENOUGH) {
            return GAUSSIAN;
        }
        double[] profile = stack(residual, width, height, roomy);
        double sky = 0;
        int first = (int) (REACH / BIN);
        for (int i = first; i < BINS; i++) {
            sky += profile[i] / (BINS - first);
        }
        double flux = 0; // in units of the fitted Gaussian's
        for (int i = 0; i < first; i++) {
            double inner = i * BIN;
            double outer = inner + BIN;
            profile[i] -= sky;
            // The Gaussian's peak is 1 and its flux 2π sd².
            flux += profile[i] * (outer * outer - inner * inner) / 2;
        }
        return bestDisc(profile, first, flux);
    }

    private static List<Blob> roomiest(List<Blob> blobs) {
        List<Blob> dots = blobs.stream().filter(b -> b.kind == Mark.Kind.DOT).toList();
        if (dots.size() < ENOUGH) {
            return dots;
        }
        double reach =
                SKY * Calibration.median(dots.stream().mapToDouble(Blob::reach).toArray());
        var grid = new PointGrid(
                reach, blobs.stream().map(b -> new PointPx(b.x, b.y)).toList());
        record Roomy(Blob dot, double nearest) {}
        List<Roomy> ranked = new ArrayList<>();
        for (Blob dot : dots) {
            double[] nearest = {2 * reach};
            grid.within(dot.x, dot.y, 2 * reach, i -> {
                double distance =
                        Math.hypot(grid.point(i).x() - dot.x, grid.point(i).y() - dot.y);
                if (distance > 0) {
                    nearest[0] = Math.min(nearest[0], distance);
                }
            });
            ranked.add(new Roomy(dot, nearest[0]));
        }
        ranked.sort(Comparator.comparingDouble((Roomy r) -> -r.nearest())
                .thenComparingDouble(r -> r.dot().y)
                .thenComparingDouble(r -> r.dot().x));
        int take = (int) Math.min(PLENTY, Math.max(ENOUGH, ROOMIEST * dots.size()));
        return ranked.subList(0, take).stream().map(Roomy::dot).toList();
    }

    /** Mean profile by distance in standard deviations, peaks scaled to 1, each bin clipped. */
    private static double[] stack(float[] residual, int width, int height, List<Blob> dots) {
        float[][] bins = new float[BINS][256];
        int[] counts = new int[BINS];
        for (Blob b : dots) {
            double det = b.xx * b.yy - b.xy * b.xy;
            int reachX = (int) Math.ceil(SKY * Math.sqrt(b.xx));
            int reachY = (int) Math.ceil(SKY * Math.sqrt(b.yy));
            int column = (int) Math.round(b.x);
            int row = (int) Math.round(b.y);
            if (column < reachX || row < reachY || column + reachX >= width || row + reachY >= height) {
                continue;
            }
            for (int y = row - reachY; y <= row + reachY; y++) {
                for (int x = column - reachX; x <= column + reachX; x++) {
                    double dx = x - b.x;
                    double dy = y - b.y;
                    double q = (b.yy * dx * dx - 2 * b.xy * dx * dy + b.xx * dy * dy) / det;
                    int bin = (int) (Math.sqrt(q) / BIN);
                    if (bin < BINS) {
                        double model = q < ProfileFit.MODEL_REACH ? Bell.of(q) : 0;
                        if (counts[bin] == bins[bin].length) {
                            bins[bin] = Arrays.copyOf(bins[bin], 2 * counts[bin]);
                        }
                        bins[bin][counts[bin]++] = (float) (residual[y * width + x] / b.peak + model);
                    }
                }
            }
        }
        double[] profile = new double[BINS];
        for (int i = 0; i < BINS; i++) {
            profile[i] = clippedMean(bins[i], counts[i]);
        }
        return profile;
    }

    private static double clippedMean(float[] values, int count) {
        if (count == 0) {
            return 0;
        }
        Arrays.sort(values, 0, count);
        double centre = values[count / 2];
        // A normal distribution has 16 % below its mean less one deviation.
        double spread = (values[(int) (0.84 * (count - 1))] - values[(int) (0.16 * (count - 1))]) / 2;
        double sum = 0;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (Math.abs(values[i] - centre) <= CLIP * spread) {
                sum += values[i];
                kept++;
            }
        }
        return kept == 0 ? centre : sum / kept;
    }

    private static StackedProfile bestDisc(double[] profile, int bins, double flux) {
        double best = Double.POSITIVE_INFINITY;
        StackedProfile result = GAUSSIAN;
        for (double blur = 0.2; blur <= MOST_BLUR; blur += 0.025) {
            for (double disc = LEAST_DISC; disc < 2.6; disc += 0.05) {
                double[] model = DiscProfile.blurred(disc, blur, BIN, bins);
                double mm = 0;
                double md = 0;
                double dd = 0;
                for (int i = 0; i < bins; i++) {
                    double weight = i + 0.5; // pixels in the ring
                    mm += weight * model[i] * model[i];
                    md += weight * model[i] * profile[i];
                    dd += weight * profile[i] * profile[i];
                }
                double left = dd - md * md / mm;
                if (left < best) {
                    best = left;
                    result = new StackedProfile(flux, disc, blur);
                }
            }
        }
        return result;
    }
}
