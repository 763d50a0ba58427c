package io.stipple.change;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How large the dots of a photo are, told together with other photos of them. Contrast is the light that a dot takes over
 * its area, and one photo tells that area only as well as its blur; but all healed photos of a view show the same healed
 * dots, and all fresh ones dots of the same needle and the same days of healing. Each photo's reading is drawn to the mean
 * of its kind as far as the readings scatter no more than by their errors (the random-effects mean of DerSimonian and
 * Laird 1986), so that a true difference, another needle say, stays.
 *
 * @param factor the area so told over the photo's own reading
 * @param ownSe relative standard error of what the photo's area is beside the mean of its kind
 * @param sharedSe relative standard error that it has from that mean
 */
public record DotArea(double factor, double ownSe, double sharedSe) {
    /** Of a photo whose dots tell no area: as uncertain as a reading of dots of which half of the variance is blur. */
    public static final DotArea OWN = new DotArea(1, 0.1, 0);

    /**
     * A photo's own reading.
     *
     * @param mm2 above 0
     * @param relativeSe its standard error, relative, above 0
     */
    public record Reading(double mm2, double relativeSe) {
        public Reading {
            if (!(mm2 > 0 && relativeSe > 0)) {
                throw new IllegalArgumentException(mm2 + " mm² ± " + relativeSe + " is no reading of a dot's area");
            }
        }

        private double log() {
            return Math.log(mm2);
        }

        private double variance() {
            return relativeSe * relativeSe;
        }
    }

    public DotArea {
        if (!(factor > 0 && ownSe >= 0 && sharedSe >= 0)) {
            throw new IllegalArgumentException(
                    "factor " + factor + ", errors " + ownSe + " and " + sharedSe + " are no dot area");
        }
    }

    /** The areas of photos of one kind. */
    public static <K> Map<K, DotArea> among(Map<K, Reading> readings) {
        double between = between(readings);
        double weights = sum(readings, reading -> 1 / (reading.variance() + between));
        double mean = sum(readings, reading -> reading.log() / (reading.variance() + between)) / weights;
        Map<K, DotArea> areas = new LinkedHashMap<>();
        readings.forEach((photo, reading) -> {
            double own = readings.size() == 1 ? 1 : between / (between + reading.variance());
            areas.put(
                    photo,
                    new DotArea(
                            Math.exp((1 - own) * (mean - reading.log())),
                            Math.sqrt(own) * reading.relativeSe,
                            (1 - own) / Math.sqrt(weights)));
        });
        return areas;
    }

    /** By how much the areas themselves scatter, beside their readings' errors: variance of their logarithm. */
    private static <K> double between(Map<K, Reading> readings) {
        double weights = sum(readings, reading -> 1 / reading.variance());
        double mean = sum(readings, reading -> reading.log() / reading.variance()) / weights;
        double scatter = sum(readings, reading -> Math.pow(reading.log() - mean, 2) / reading.variance());
        double squares = sum(readings, reading -> 1 / (reading.variance() * reading.variance()));
        return readings.size() < 2 ? 0 : Math.max(0, (scatter - readings.size() + 1) / (weights - squares / weights));
    }

    private static <K> double sum(Map<K, Reading> readings, ToDoubleFunction<Reading> figure) {
        return readings.values().stream().mapToDouble(figure).sum();
    }

    /**
     * Relative standard error of the ratio of two photos' areas.
     *
     * @param alike whether both are of one kind, so that what they share drops out
     */
    double ratioSe(DotArea other, boolean alike) {
        double shared = alike ? Math.abs(sharedSe - other.sharedSe) : Math.hypot(sharedSe, other.sharedSe);
        return Math.hypot(Math.hypot(ownSe, other.ownSe), shared);
    }
}
