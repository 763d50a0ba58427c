package io.stipple.model;

/**
 * A position in an upright photo: the centre of the top-left pixel is (0, 0), x right, y down, in pixels of that photo.
 *
 * @param x pixels to the right
 * @param y pixels down
 */
public record PointPx(double x, double y) {
    public PointPx {
        Check.finite("x px", x);
        Check.finite("y px", y);
    }

    /** Distance in pixels. */
    public double distanceTo(PointPx other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
