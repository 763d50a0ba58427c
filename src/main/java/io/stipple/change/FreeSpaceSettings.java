package io.stipple.change;

import io.stipple.model.Check;

/**
 * How free space is looked for.
 *
 * @param gridShare step of the grid of places over the diameter of a dot; default 0.33: places then lie as close as they
 *     may to within a sixth of a diameter, which no hand can hit
 * @param emptyReach distance to the nearest dot beyond which all places are as empty, in diameters; default 5: on bare
 *     scalp the first places are laid that far apart
 * @param levelRatio places are taken level by level, each this share as far from all dots as the one before; default 0.9:
 *     a tenth of a distance is not seen as uneven
 * @param mostPlaces of a region that are listed; default 1000: more than a session places in one region
 */
public record FreeSpaceSettings(double gridShare, double emptyReach, double levelRatio, int mostPlaces) {
    public FreeSpaceSettings {
        Check.within("step of the grid over a diameter", gridShare, 0.05, 1);
        Check.within("reach of emptiness in diameters", emptyReach, 1, 20);
        Check.within("level over the one before", levelRatio, 0.5, 0.99);
        Check.within("most places", mostPlaces, 0, 1_000_000);
    }

    public static FreeSpaceSettings defaults() {
        return new FreeSpaceSettings(0.33, 5, 0.9, 1000);
    }
}
