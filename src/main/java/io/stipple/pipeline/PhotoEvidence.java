package io.stipple.pipeline;

import io.stipple.model.Dot;
import io.stipple.model.PhotoRow;
import io.stipple.model.PixelMap;
import io.stipple.region.SeenScalp;
import io.stipple.series.Shot;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one photo gave, its pixels gone.
 *
 * @param shot the photo
 * @param row what is said of it in {@code photos.csv}
 * @param scalp null where the photo does not lie on the reference
 */
record PhotoEvidence(Shot shot, PhotoRow row, @Nullable Scalp scalp) {
    /**
     * The scalp in a photo that lies on its reference.
     *
     * @param map to the reference
     * @param residualMm of the map; 0 for the reference itself
     * @param seen where the photo shows scalp well enough to count dots, on the reference
     * @param dots found, before any control; empty where the photo is for tone only
     * @param regions by name
     * @param rejected candidates that are no dots, by kind
     * @param aligned path of the picture laid on the reference, below the output folder
     */
    record Scalp(
            PixelMap map,
            double residualMm,
            SeenScalp seen,
            List<Dot> dots,
            Map<String, RegionEvidence> regions,
            Map<String, Integer> rejected,
            String aligned) {}
}
