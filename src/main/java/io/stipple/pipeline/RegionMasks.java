package io.stipple.pipeline;

import io.stipple.opencv.Mask;
import io.stipple.region.RegionMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where each region lies in one photo; owns the masks.
 *
 * @param byRegion in the regions' order
 */
record RegionMasks(Map<String, Mask> byRegion) implements AutoCloseable {
    static RegionMasks of(RegionMap regions, PlacedPhoto placed) {
        Map<String, Mask> masks = new LinkedHashMap<>();
        for (String region : regions.names()) {
            masks.put(
                    region,
                    regions.maskInPhoto(
                            region,
                            placed.map(),
                            placed.photo().info().widthPx(),
                            placed.photo().info().heightPx()));
        }
        return new RegionMasks(masks);
    }

    /** Where {@code region} lies. */
    Mask of(String region) {
        Mask mask = byRegion.get(region);
        if (mask == null) {
            throw new IllegalArgumentException("no region " + region + " among " + byRegion.keySet());
        }
        return mask;
    }

    @Override
    public void close() {
        byRegion.values().forEach(Mask::close);
    }
}
