package io.stipple.model;

import java.util.Optional;

/**
 * A smooth, invertible map between a photo and the reference photo of its view.
 *
 * <p>Both directions are total and smooth (they extrapolate outside the head); whether a point may be trusted is asked
 * apart, by {@link #trusted}.
 */
public interface PixelMap {
    /** Where in the photo the point {@code (x, y)} of the reference lies. */
    PointPx toPhoto(double xReferencePx, double yReferencePx);

    /** Where in the reference the point {@code (x, y)} of the photo lies. */
    PointPx toReference(double xPhotoPx, double yPhotoPx);

    /** Whether the map is supported by what was matched around this point of the reference. */
    boolean trusted(double xReferencePx, double yReferencePx);

    /** The map of the reference photo onto itself. */
    static PixelMap identity() {
        return new PixelMap() {
            @Override
            public PointPx toPhoto(double x, double y) {
                return new PointPx(x, y);
            }

            @Override
            public PointPx toReference(double x, double y) {
                return new PointPx(x, y);
            }

            @Override
            public boolean trusted(double x, double y) {
                return true;
            }
        };
    }

    /** The geometry of the photo, given that of the reference: the same scalp seen through this map. */
    default ScalpGeometry carry(ScalpGeometry reference) {
        return (x, y) -> {
            PointPx at = toReference(x, y);
            return reference.at(at.x(), at.y()).flatMap(frame -> carry(frame, at));
        };
    }

    private Optional<ScalpFrame> carry(ScalpFrame frame, PointPx at) {
        double step = 2; // px: wide enough for rounding, narrow against any fold of skin
        PointPx left = toPhoto(at.x() - step, at.y());
        PointPx right = toPhoto(at.x() + step, at.y());
        PointPx above = toPhoto(at.x(), at.y() - step);
        PointPx below = toPhoto(at.x(), at.y() + step);
        double xByX = (right.x() - left.x()) / (2 * step);
        double yByX = (right.y() - left.y()) / (2 * step);
        double xByY = (below.x() - above.x()) / (2 * step);
        double yByY = (below.y() - above.y()) / (2 * step);
        // Folded over: an extrapolation gone too far, where nothing can be said of scale.
        return xByX * yByY - xByY * yByX > 0 ? Optional.of(frame.through(xByX, xByY, yByX, yByY)) : Optional.empty();
    }
}
