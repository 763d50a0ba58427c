package io.stipple.dots;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the photo's own round strong blobs say of its dots: the self-calibration that lets one set of thresholds serve
 * every photo.
 *
 * @param treated whether there are enough of them per cm² for a treated scalp
 * @param strongPerCm2 their density, 1/cm²
 * @param scalpMm2 typical variance per axis of a dot on the scalp, blur removed, mm²
 * @param blurPx2 variance per axis of the photo's blur, px²
 * @param logSizeSpread standard deviation of ln relative size among them
 * @param pigmentMm2 their median pigment, mm²
 * @param snr their median signal over noise
 * @param logPigmentSpread standard deviation of ln pigment among them
 */
record Calibration(
        boolean treated,
        double strongPerCm2,
        double scalpMm2,
        double blurPx2,
        double logSizeSpread,
        double pigmentMm2,
        double snr,
        double logPigmentSpread) {
    private static final double SHAFT_MM = 0.07; // a hair of the head, 0.05..0.09 mm thick
    private static final double DEFAULT_BLUR_PX = 0.85;
    private static final int ENOUGH = 20;
    // Asked only where no session is known: stubble at 24 px/mm spread by 0.47 and 1.01 on the mosaic that showed the
    // need.
    private static final double MOST_SIZE_SPREAD = 0.45;
    private static final double MOST_PIGMENT_SPREAD = 1.0;
    // Round ones for each stroke. Stubs that point at the camera look round, but few do: 0.02 to 0.11 in 56 mosaics of
    // cut hair. Dark nuclei on textured tissue, which a stroke is a misfit of, have 0.18 and more.
    private static final double LEAST_ROUND = 0.14;
    private static final double MAD_TO_DEVIATION = 1.4826;

    /** Learns from fitted candidates on {@code areaCm2} of scalp; one known to be treated is taken for it. */
    static Calibration learn(List<Blob> blobs, double areaCm2, DotSettings settings, boolean knownTreated) {
        double middle = Math.sqrt(settings.smallestDotMm() * settings.largestDotMm());
        double scalp = middle * middle / 16;
        shape(blobs, scalp, DEFAULT_BLUR_PX * DEFAULT_BLUR_PX);
        double blur = blurOf(blobs, settings);
        Blob[] strong = {};
        double logSpread = Math.log(settings.sizeSpread()) / 2;
        for (int round = 0; round < 3; round++) {
            shape(blobs, scalp, blur);
            strong = blobs.stream().filter(b -> isStrong(b, settings)).toArray(Blob[]::new);
            if (strong.length < ENOUGH) {
                break;
            }
            double typical = median(
                    Arrays.stream(strong).mapToDouble(b -> b.relativeSize).toArray());
            double seen = 0;
            for (Blob b : strong) {
                seen += Math.sqrt(Covariance.seen(b.frame, scalp, blur).determinant());
            }
            seen /= strong.length;
            double pxPerMm2 = 0;
            for (Blob b : strong) {
                pxPerMm2 += 1 / b.frame.mm2PerPx();
            }
            pxPerMm2 /= strong.length;
            scalp = Math.max(1e-5, scalp + seen * (typical * typical - 1) / pxPerMm2);
        }
        shape(blobs, scalp, blur);
        double[] pigments =
                Arrays.stream(strong).mapToDouble(Calibration::rawPigment).toArray();
        double perCm2 = strong.length / Math.max(areaCm2, 1e-9);
        double pigment = strong.length > 0 ? median(pigments) : 0;
        double snr = strong.length > 0
                ? median(Arrays.stream(strong).mapToDouble(b -> b.snr).toArray())
                : 0;
        double pigmentSpread = Math.log(settings.darknessSpread()) / 2;
        if (strong.length >= ENOUGH) {
            logSpread = logDeviation(
                    Arrays.stream(strong).mapToDouble(b -> b.relativeSize).toArray());
            pigmentSpread = logDeviation(pigments);
        }
        boolean mostlyStrokes =
                strong.length < LEAST_ROUND * strokes(blobs, settings).count();
        // Needles of one kind make dots of one kind; stubs of hair in bundles and alone do not.
        boolean alike = logSpread < MOST_SIZE_SPREAD && pigmentSpread < MOST_PIGMENT_SPREAD;
        boolean looksTreated = alike && !mostlyStrokes && perCm2 >= settings.treatedPerCm2();
        boolean treated = strong.length >= ENOUGH && (knownTreated || looksTreated);
        return new Calibration(treated, perCm2, scalp, blur, logSpread, pigment, snr, pigmentSpread);
    }

    /** Fills in each candidate's axis ratio and size relative to a typical dot at its place. */
    static void shape(List<Blob> blobs, double scalpMm2, double blurPx2) {
        blobs.parallelStream().forEach(b -> {
            double[] axes = Covariance.of(b).relativeTo(Covariance.seen(b.frame, scalpMm2, blurPx2));
            b.axisRatio = Math.sqrt(axes[1] / axes[0]);
            b.relativeSize = Math.sqrt(Math.sqrt(axes[0] * axes[1]));
        });
    }

    /** How wide a hair looks here, blur and all, of a typical dot: near 1 where small dots are blurred. */
    double hairWidth(Blob b) {
        double shaft = SHAFT_MM * b.frame.pxPerMm();
        double dot = Math.sqrt(Covariance.seen(b.frame, scalpMm2, blurPx2).determinant());
        return Math.min(1, Math.sqrt((blurPx2 + shaft * shaft / 16) / dot));
    }

    /** A candidate's pigment by its own fitted shape, mm². */
    static double rawPigment(Blob b) {
        return b.pigmentOf(b.peak);
    }

    private static boolean isStrong(Blob b, DotSettings settings) {
        return b.snr >= settings.strongSnr() && b.axisRatio >= settings.strongAxisRatio() && b.relativeSize < 3;
    }

    private static Stream<Blob> strokes(List<Blob> blobs, DotSettings settings) {
        return blobs.stream().filter(b -> b.snr >= settings.strongSnr() && b.axisRatio < settings.leastAxisRatio());
    }

    // Hairs are thinner than any camera's pixel on a head: how wide they look is the photo's blur.
    private static double blurOf(List<Blob> blobs, DotSettings settings) {
        double[] thin = strokes(blobs, settings)
                .mapToDouble(b -> {
                    double mean = (b.xx + b.yy) / 2;
                    double small = mean - Math.hypot((b.xx - b.yy) / 2, b.xy);
                    double shaft = SHAFT_MM * b.frame.pxPerMm();
                    return small - shaft * shaft / 16;
                })
                .sorted()
                .toArray();
        double fallback = DEFAULT_BLUR_PX * DEFAULT_BLUR_PX;
        return thin.length < ENOUGH ? fallback : Math.max(0.2, thin[thin.length / 4]);
    }

    private static double logDeviation(double[] values) {
        return deviation(
                Arrays.stream(values).map(v -> Math.log(Math.max(v, 1e-12))).toArray());
    }

    /** Standard deviation, from the median distance to the median. */
    static double deviation(double[] values) {
        double centre = median(values);
        return MAD_TO_DEVIATION
                * median(Arrays.stream(values).map(v -> Math.abs(v - centre)).toArray());
    }

    static double median(List<Double> values) {
        return median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n == 0 ? Double.NaN : n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }
}
