package io.stipple.model;

/**
 * By how much a hue moved.
 *
 * @param deltaA in a*: negative towards green
 * @param deltaA95 its 95 % interval
 * @param deltaB in b*: negative towards blue
 * @param deltaB95 its 95 % interval
 */
public record HueShift(double deltaA, Interval deltaA95, double deltaB, Interval deltaB95) {
    public HueShift {
        Check.finite("shift of a*", deltaA);
        Check.finite("shift of b*", deltaB);
    }
}
