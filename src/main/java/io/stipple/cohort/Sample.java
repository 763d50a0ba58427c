package io.stipple.cohort;

import io.stipple.model.Interval;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/** Values in ascending order, whatever order they came in, so that every sum over them has the same bits. */
final class Sample {
    private final double[] sorted;

    Sample(Collection<Double> values) {
        sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    int size() {
        return sorted.length;
    }

    boolean isEmpty() {
        return sorted.length == 0;
    }

    double[] values() {
        return sorted.clone();
    }

    /** Their mean; of one value or more. */
    double mean() {
        return Arrays.stream(sorted).sum() / some();
    }

    /** Their standard deviation with n - 1 below the line; of two values or more. */
    double sd() {
        if (sorted.length < 2) {
            throw new IllegalArgumentException("a standard deviation of " + sorted.length + " values");
        }
        double mean = mean();
        double squares = Arrays.stream(sorted)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (sorted.length - 1));
    }

    /** Student's 95 % interval of the mean; none of fewer than two values. */
    Optional<Interval> interval95() {
        if (sorted.length < 2) {
            return Optional.empty();
        }
        double half = quantileOfT(sorted.length - 1) * sd() / Math.sqrt(sorted.length);
        return Optional.of(new Interval(mean() - half, mean() + half));
    }

    double median() {
        return quantile(0.5);
    }

    /** The value below which this share of them lies, linear between neighbours (Hyndman and Fan 1996, type 7). */
    double quantile(double share) {
        double at = share * (some() - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** The median distance from the median. */
    double medianDeviation() {
        double median = median();
        return new Sample(Arrays.stream(sorted)
                        .map(value -> Math.abs(value - median))
                        .boxed()
                        .toList())
                .median();
    }

    /** What 97.5 % of Student's t lies below. */
    static double quantileOfT(double degreesOfFreedom) {
        return TDistribution.of(degreesOfFreedom).inverseCumulativeProbability(0.975);
    }

    private int some() {
        if (sorted.length == 0) {
            throw new IllegalArgumentException("nothing can be told of no values");
        }
        return sorted.length;
    }
}
