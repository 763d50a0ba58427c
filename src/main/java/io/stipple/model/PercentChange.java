package io.stipple.model;

/**
 * A relative change with its interval.
 *
 * @param pct 100 · (to - from) / from
 * @param interval95 its 95 % interval, %
 */
public record PercentChange(double pct, Interval interval95) {
    public PercentChange {
        Check.finite("change %", pct);
    }
}
