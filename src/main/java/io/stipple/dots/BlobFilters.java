package io.stipple.dots;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.opencv.core.Rect;

/**
 * Matched filters for blobs of every size that a dot can have: differences of Gaussians, √2 apart, each in units of its
 * own local noise (Lindeberg 1998; the noise after Bertin and Arnouts 1996: from the bright side alone, since
 * otherwise the dots themselves would raise it and the denser a scalp the fewer dots would be found).
 *
 * @param sigmasPx width of the Gaussian blob that each filter answers best, px
 * @param noise one mesh per filter: local standard deviation of its answer
 */
record BlobFilters(List<Double> sigmasPx, List<Mesh> noise) {
    static final double STEP = Math.sqrt(2);
    // A camera's own blur: no blob of a photo is narrower, px.
    private static final double NARROWEST_PX = 0.85;

    /** Widths of filters for discs of {@code smallestPx} to {@code largestPx}. */
    static List<Double> widths(double smallestPx, double largestPx) {
        List<Double> sigmas = new ArrayList<>();
        double widest = sigmaOfDisc(largestPx);
        for (double sigma = sigmaOfDisc(smallestPx); sigma < widest * Math.sqrt(STEP); sigma *= STEP) {
            sigmas.add(sigma);
        }
        return List.copyOf(sigmas);
    }

    /**
     * The filters with the noise of their answers to a picture.
     *
     * @param bare whether the dots have been taken out; else their rings are kept from passing for noise
     */
    static BlobFilters learn(
            FilterAnswers answers, byte[] mask, List<Double> sigmas, double noiseRadiusPx, boolean bare) {
        var local = new LocalNoise(answers, mask, noiseRadiusPx, bare);
        List<Mesh> noise = IntStream.range(0, sigmas.size())
                .parallel()
                .mapToObj(filter -> local.of(filter, sigmas.get(filter)))
                .toList();
        return new BlobFilters(sigmas, noise);
    }

    /** Fills in what a fitted candidate weighs and how far it stands out. */
    void measure(Blob blob, Rect crop) {
        blob.ownPigment = Calibration.rawPigment(blob);
        blob.snr = snrOf(blob, crop);
    }

    /**
     * Signal over noise of a fitted profile standing alone: how these filters would answer to it, over the local noise.
     * Its neighbours do not matter, so that crowding costs no dot its standing.
     */
    double snrOf(Blob blob, Rect crop) {
        return snrOf(blob, blob.peak, crop);
    }

    /** As the other, had it another peak. */
    double snrOf(Blob blob, double peak, Rect crop) {
        double det = Math.max(0, blob.xx * blob.yy - blob.xy * blob.xy);
        double best = 0;
        for (int i = 0; i < sigmasPx.size(); i++) {
            double inner = sigmasPx.get(i) * sigmasPx.get(i) / STEP;
            double outer = sigmasPx.get(i) * sigmasPx.get(i) * STEP;
            double answer = peak * (seenThrough(blob, det, inner) - seenThrough(blob, det, outer));
            best = Math.max(best, answer / noise.get(i).cellAt(blob.x, blob.y, crop.width, crop.height));
        }
        return best;
    }

    /**
     * Variance that noise without any correlation would need to hide a profile as much as the local noise does: larger
     * than a pixel's own where noise is blotchy, as skin and JPEG make it.
     */
    double varianceUnder(Blob blob, Rect crop) {
        double ofOne = snrOf(blob, 1, crop);
        return blob.areaPx() / 2 / (ofOne * ofOne); // half of its area holds its squared profile
    }

    private static double seenThrough(Blob blob, double det, double variance) {
        double xx = blob.xx + variance;
        double yy = blob.yy + variance;
        return Math.sqrt(det / (xx * yy - blob.xy * blob.xy));
    }

    private static double sigmaOfDisc(double diameterPx) {
        // A disc has a quarter of its squared radius as variance per axis.
        return Math.hypot(diameterPx / 4, NARROWEST_PX);
    }
}
