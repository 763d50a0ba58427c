package io.stipple.model;

/**
 * A closed interval, by default one that covers the truth in 95 of 100 cases.
 *
 * @param lo lower end; may be negative infinity where nothing bounds it
 * @param hi upper end, at least {@code lo}
 */
public record Interval(double lo, double hi) {
    public Interval {
        if (!(lo <= hi)) {
            throw new IllegalArgumentException("interval from " + lo + " to " + hi + " runs backwards");
        }
    }

    public boolean contains(double value) {
        return lo <= value && value <= hi;
    }

    public double width() {
        return hi - lo;
    }
}
