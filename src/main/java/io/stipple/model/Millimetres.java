package io.stipple.model;

/**
 * A length with its interval; negative where it points the other way.
 *
 * @param mm on the scalp
 * @param interval95 its 95 % interval, mm
 */
public record Millimetres(double mm, Interval interval95) {
    public Millimetres {
        Check.finite("length mm", mm);
    }
}
