package io.stipple.head;

import io.stipple.model.PixelMap;
import io.stipple.model.PointPx;

/**
 * How a dot appears: its second moments, the photo's blur taken off.
 *
 * @param at centre, px
 * @param xx variance of its darkness along x, px²
 * @param xy covariance, px²
 * @param yy variance along y, px²
 */
public record DotShape(PointPx at, double xx, double xy, double yy) {
    public DotShape {
        if (!(xx > 0 && yy > 0 && xx * yy > xy * xy)) {
            throw new IllegalArgumentException(
                    "moments " + xx + ", " + xy + ", " + yy + " px² are no ellipse's: both axes must be above 0");
        }
    }

    /** The same dot as the reference photo would show it. */
    public DotShape onReference(PixelMap map) {
        double step = 2; // px: wide enough for rounding, narrow against any fold of skin
        PointPx left = map.toReference(at.x() - step, at.y());
        PointPx right = map.toReference(at.x() + step, at.y());
        PointPx above = map.toReference(at.x(), at.y() - step);
        PointPx below = map.toReference(at.x(), at.y() + step);
        double xByX = (right.x() - left.x()) / (2 * step);
        double yByX = (right.y() - left.y()) / (2 * step);
        double xByY = (below.x() - above.x()) / (2 * step);
        double yByY = (below.y() - above.y()) / (2 * step);
        return new DotShape(
                map.toReference(at.x(), at.y()),
                xByX * xByX * xx + 2 * xByX * xByY * xy + xByY * xByY * yy,
                xByX * yByX * xx + (xByX * yByY + xByY * yByX) * xy + xByY * yByY * yy,
                yByX * yByX * xx + 2 * yByX * yByY * xy + yByY * yByY * yy);
    }
}
