package io.stipple.head;

import io.stipple.model.PixelMap;
import io.stipple.model.PointPx;

/**
 * How a dot appears in a photo.
 *
 * @param at centre, px
 * @param seen moments of its darkness, blur and all, px²
 * @param blur moments of the photo's blur, px²
 */
public record DotShape(PointPx at, Moments seen, Moments blur) {
    public DotShape {
        if (!seen.ellipse()) {
            throw new IllegalArgumentException(seen + " px² are no ellipse's: both axes must be above 0");
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
                map.toReference(at.x(), at.y()), seen.in(xByX, xByY, yByX, yByY), blur.in(xByX, xByY, yByX, yByY));
    }
}
