package io.stipple.change;

import io.stipple.model.Interval;

/**
 * All values θ ≥ 0 of a quantity that an observed count does not contradict: (m − rate·θ)² ≤ z²·V(θ), with
 * V(θ) = constant + linear·θ + square·θ² the variance that the count would have if θ were true.
 *
 * <p>Wilson (1927), "Probable inference, the law of succession, and statistical inference", JASA 22:209–212, is the
 * case of a share; taking the variance at θ instead of at the estimate keeps the interval honest near 0 and 1. The
 * count is whole, so half a count is allowed on either side.
 *
 * @param rate counts expected per unit of θ, above 0
 * @param constant part of the variance
 * @param linear part of the variance, per θ
 * @param square part of the variance, per θ²
 */
record ScoreInterval(double rate, double constant, double linear, double square) {
    ScoreInterval {
        if (!(rate > 0)) {
            throw new IllegalArgumentException("rate " + rate + " is not above 0");
        }
    }

    /** The interval for an observed {@code count}; {@code slack} counts are allowed on either side. */
    Interval of(double count, double slack) {
        double lo = Math.max(0, root(count - slack, -1));
        double hi = Math.max(lo, root(count + slack, +1));
        return new Interval(lo, hi);
    }

    private double root(double count, int side) {
        double z2 = Confidence.Z95 * Confidence.Z95;
        double a = rate * rate - z2 * square;
        double halfB = rate * count + z2 * linear / 2;
        double c = count * count - z2 * constant;
        if (a <= 0) {
            // The rate itself is not known to be above 0: nothing bounds θ from above.
            return side > 0 ? Double.POSITIVE_INFINITY : 0;
        }
        double discriminant = halfB * halfB - a * c;
        return discriminant < 0 ? 0 : (halfB + side * Math.sqrt(discriminant)) / a;
    }
}
