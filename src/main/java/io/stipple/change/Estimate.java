package io.stipple.change;

import io.stipple.model.Interval;

/**
 * A quantity that cannot be negative, with its 95 % interval.
 *
 * <p>Products and quotients combine the two sides of the intervals apart, in logarithms: the method of variance
 * estimates recovery (Zou and Donner 2008, Statistics in Medicine 27:1693–1702), which keeps skew intervals skew.
 *
 * @param value 0 or more
 * @param interval95 around it
 */
record Estimate(double value, Interval interval95) {
    Estimate {
        if (!(value >= 0 && interval95.lo() >= 0 && interval95.lo() <= value && value <= interval95.hi())) {
            throw new IllegalArgumentException(
                    "estimate " + value + " with an interval from " + interval95.lo() + " to " + interval95.hi());
        }
    }

    /** A value whose logarithm has the standard error {@code relativeSe}. */
    static Estimate around(double value, double relativeSe) {
        double factor = Math.exp(Confidence.Z95 * relativeSe);
        return new Estimate(value, new Interval(value / factor, value * factor));
    }

    /** The same value divided by an exact one. */
    Estimate per(double exact) {
        return new Estimate(value / exact, new Interval(interval95.lo() / exact, interval95.hi() / exact));
    }

    /** The same value under a further independent error. */
    Estimate blurred(double relativeSe) {
        if (value == 0) {
            double factor = Math.exp(Confidence.Z95 * relativeSe);
            return new Estimate(0, new Interval(0, interval95.hi() * factor));
        }
        return over(around(1, relativeSe));
    }

    /**
     * This over another, independent one, whose interval must stay clear of 0.
     *
     * @throws IllegalArgumentException when {@code other} may be 0, so that nothing bounds the quotient
     */
    Estimate over(Estimate other) {
        if (!(other.interval95.lo() > 0)) {
            throw new IllegalArgumentException("a quotient over " + other.value + ", which may be 0, is not bounded");
        }
        double ratio = value / other.value;
        double upOther = Math.log(other.interval95.hi() / other.value);
        double downOther = Math.log(other.value / other.interval95.lo());
        if (value == 0) {
            return new Estimate(0, new Interval(0, interval95.hi() / other.value * Math.exp(downOther)));
        }
        double down = Math.hypot(Math.log(value / interval95.lo()), upOther);
        double up = Math.hypot(Math.log(interval95.hi() / value), downOther);
        return new Estimate(ratio, new Interval(ratio * Math.exp(-down), ratio * Math.exp(up)));
    }

    /** Half the interval's width in logarithms over z: the relative standard error, mean of both sides. */
    double relativeSe() {
        return value == 0 || interval95.lo() == 0
                ? Double.POSITIVE_INFINITY
                : Math.log(interval95.hi() / interval95.lo()) / (2 * Confidence.Z95);
    }
}
