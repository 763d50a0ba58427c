package io.stipple.head;

/**
 * Second central moments of darkness, px² or mm².
 *
 * @param xx variance along the first axis
 * @param xy covariance
 * @param yy variance along the second axis
 */
public record Moments(double xx, double xy, double yy) {
    /** Those of something round. */
    static Moments round(double variance) {
        return new Moments(variance, 0, variance);
    }

    /** These less a multiple of others: variances of a shape and its blur add up. */
    Moments less(double times, Moments other) {
        return new Moments(xx - times * other.xx, xy - times * other.xy, yy - times * other.yy);
    }

    /** The same shape in other coordinates: u = uByX x + uByY y, v = vByX x + vByY y. */
    Moments in(double uByX, double uByY, double vByX, double vByY) {
        return new Moments(
                uByX * uByX * xx + 2 * uByX * uByY * xy + uByY * uByY * yy,
                uByX * vByX * xx + (uByX * vByY + uByY * vByX) * xy + uByY * vByY * yy,
                vByX * vByX * xx + 2 * vByX * vByY * xy + vByY * vByY * yy);
    }

    /** Whether an ellipse has such moments: both axes above 0. */
    boolean ellipse() {
        return xx > 0 && yy > 0 && xx * yy > xy * xy;
    }

    /** The sum of the two variances. */
    double size() {
        return xx + yy;
    }
}
