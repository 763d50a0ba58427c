package io.stipple.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How much a figure moves when nothing does: from photos taken again.
 *
 * @param semPct standard error of measurement, % of the figure: the root of the mean within-region variance of repeats
 *     (Bland and Altman 1996, BMJ 312:1654), taken in logarithms since errors grow with the figure
 * @param degreesOfFreedom repeats beyond the first of each region
 */
public record NoiseFloor(double semPct, int degreesOfFreedom) {
    // Fewer tell less of the floor than the stated default does: from 3, an SEM is known to within 40 %.
    private static final int LEAST_DEGREES = 3;

    public NoiseFloor {
        if (!(semPct >= 0) || degreesOfFreedom < 0) {
            throw new IllegalArgumentException(
                    "standard error " + semPct + " % from " + degreesOfFreedom + " degrees of freedom");
        }
    }

    /** The smallest change of two measurements that is more than noise, %: 1.96·√2·SEM. */
    public double mdc95Pct() {
        return mdc95(semPct);
    }

    static double mdc95(double sem) {
        return Confidence.Z95 * Math.sqrt(2) * sem;
    }

    /**
     * The floor that repeats tell; empty for fewer than three repeats beyond the first ones.
     *
     * @param figure of a shot, above 0; null where the shot does not have it
     */
    public static Optional<NoiseFloor> of(List<RepeatShot> shots, Function<RepeatShot, @Nullable Double> figure) {
        Map<String, List<Double>> logs = new TreeMap<>();
        for (RepeatShot shot : shots) {
            Double value = figure.apply(shot);
            if (value != null && value > 0) {
                logs.computeIfAbsent(shot.place(), key -> new ArrayList<>()).add(Math.log(value));
            }
        }
        double squares = 0;
        int degrees = 0;
        for (List<Double> group : logs.values()) {
            double mean =
                    group.stream().mapToDouble(Double::doubleValue).average().orElse(0);
            squares += group.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
            degrees += group.size() - 1;
        }
        return degrees < LEAST_DEGREES
                ? Optional.empty()
                : Optional.of(new NoiseFloor(100 * Math.sqrt(squares / degrees), degrees));
    }
}
