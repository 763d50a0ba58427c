package io.stipple.model;

import java.util.function.Predicate;

/** A photo that shows everything so many px farther to the right and down than its reference does. */
public record ShiftedMap(double rightPx, double downPx, Predicate<PointPx> trust) implements PixelMap {
    /** Trusted everywhere. */
    public static ShiftedMap by(double rightPx, double downPx) {
        return new ShiftedMap(rightPx, downPx, at -> true);
    }

    @Override
    public PointPx toPhoto(double x, double y) {
        return new PointPx(x + rightPx, y + downPx);
    }

    @Override
    public PointPx toReference(double x, double y) {
        return new PointPx(x - rightPx, y - downPx);
    }

    @Override
    public boolean trusted(double x, double y) {
        return trust.test(new PointPx(x, y));
    }
}
