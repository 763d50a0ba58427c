package io.stipple.pipeline;

import io.stipple.dots.PlaceDrift;
import io.stipple.model.PixelMap;
import io.stipple.model.PointPx;

/**
 * A map put right where the photo's own dots showed it to be wrong.
 *
 * @param map as registered
 * @param drift of its places in the photo
 */
record DriftedMap(PixelMap map, PlaceDrift drift) implements PixelMap {
    /** The map itself where nothing is wrong with it. */
    static PixelMap of(PixelMap map, PlaceDrift drift) {
        return drift.isNone() ? map : new DriftedMap(map, drift);
    }

    @Override
    public PointPx toPhoto(double xReferencePx, double yReferencePx) {
        return drift.moved(map.toPhoto(xReferencePx, yReferencePx));
    }

    @Override
    public PointPx toReference(double xPhotoPx, double yPhotoPx) {
        PointPx place = drift.back(new PointPx(xPhotoPx, yPhotoPx));
        return map.toReference(place.x(), place.y());
    }

    @Override
    public boolean trusted(double xReferencePx, double yReferencePx) {
        return map.trusted(xReferencePx, yReferencePx);
    }
}
