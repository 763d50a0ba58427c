package io.stipple.change;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How large the dots of a photo are, told together with other photos of them. Contrast is the light that a dot takes over
 * its area, and one photo tells that area only as well as its blur; but all healed photos of a view show the same healed
 * dots, and all fresh ones dots of the same needle and the same days of healing. Each photo's reading is drawn to the mean
 * of its kind as far as the readings scatter no more than by their error (the random-effects mean of DerSimonian and
 * Laird 1986), so that a true difference, another needle say, stays.
 *
 * @param factor the area so told over the photo's own reading
 * @param photos of the kind, at least 1
 * @param ownShare weight of the photo's own reading against the mean, 0..1
 */
public record DotArea(double factor, int photos, double ownShare) {
    /** Of a photo by itself. */
    public static final DotArea OWN = new DotArea(1, 1, 1);

    public DotArea {
        if (!(factor > 0 && photos >= 1 && ownShare >= 0 && ownShare <= 1)) {
            throw new IllegalArgumentException(
                    "factor " + factor + ", " + photos + " photos, own share " + ownShare + " is no dot area");
        }
    }

    /**
     * The areas of photos of one kind.
     *
     * @param readingsMm2 each photo's own reading, above 0
     * @param relativeSe standard error of a reading, relative
     */
    public static <K> Map<K, DotArea> among(Map<K, Double> readingsMm2, double relativeSe) {
        int photos = readingsMm2.size();
        double mean =
                readingsMm2.values().stream().mapToDouble(Math::log).average().orElse(0);
        double squares = readingsMm2.values().stream()
                .mapToDouble(reading -> Math.log(reading) - mean)
                .map(deviation -> deviation * deviation)
                .sum();
        double between = photos < 2 ? 0 : Math.max(0, squares / (photos - 1) - relativeSe * relativeSe);
        double ownShare = photos < 2 ? 1 : between / (between + relativeSe * relativeSe);
        Map<K, DotArea> areas = new LinkedHashMap<>();
        readingsMm2.forEach((photo, reading) -> {
            double factor = Math.exp((1 - ownShare) * (mean - Math.log(reading)));
            areas.put(photo, new DotArea(factor, photos, ownShare));
        });
        return areas;
    }

    /**
     * Relative standard error of the ratio of two photos' areas.
     *
     * @param alike whether both are of one kind, so that what they share drops out
     * @param relativeSe standard error of a reading, relative
     */
    double ratioSe(DotArea other, boolean alike, double relativeSe) {
        double variance =
                alike ? ownShare * ownShare + other.ownShare * other.ownShare : ownVariance() + other.ownVariance();
        return relativeSe * Math.sqrt(variance);
    }

    /** Variance of the area in those of a reading: the mean's, and what the photo's own reading adds. */
    private double ownVariance() {
        return (1 + ownShare * ownShare * (photos - 1)) / photos;
    }
}
