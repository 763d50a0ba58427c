package io.stipple.pipeline;

import io.stipple.dots.DotSize;
import io.stipple.dots.Mark;
import io.stipple.dots.UntreatedControl;
import io.stipple.head.DotShape;
import io.stipple.head.OtherView;
import io.stipple.model.Dot;
import io.stipple.model.PixelMap;
import io.stipple.region.SeenScalp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a photo that lies on its reference shows of the scalp, its pixels gone.
 *
 * @param map to the reference
 * @param camera of the photo, with the same map; empty where the photo does not state its lens
 * @param residualMm of the map; 0 for the reference itself
 * @param seen where the photo shows scalp well enough to count dots, on the reference
 * @param dots found, before any control
 * @param marks all that is dot-like, moles and strokes too
 * @param dotSize of a typical dot; empty where too few tell
 * @param skinTakenOut whether the untreated skin was taken out before dots were looked for
 * @param shapes of dots, on the reference: they tell how the scalp is slanted
 * @param rejected candidates that are no dots, by kind
 * @param whyNotCounted empty where dots were counted
 * @param regions by name
 * @param pxPerMm at the scalp nearest to the camera
 * @param blurPx standard deviation of the photo's blur, px; null where too few edges tell it
 * @param glarePct share of the scalp that gloss hides, %
 */
record ScalpEvidence(
        PixelMap map,
        Optional<OtherView> camera,
        double residualMm,
        SeenScalp seen,
        List<Dot> dots,
        List<Mark> marks,
        Optional<DotSize> dotSize,
        boolean skinTakenOut,
        List<DotShape> shapes,
        Map<String, Integer> rejected,
        String whyNotCounted,
        Map<String, RegionEvidence> regions,
        double pxPerMm,
        @Nullable Double blurPx,
        double glarePct) {
    /** What shows on an untreated scalp, as the control of later photos. */
    UntreatedControl asControl() {
        return new UntreatedControl(marks, map, residualMm);
    }

    boolean counted() {
        return whyNotCounted.isEmpty();
    }

    /** The same photo, of which no dot counts. */
    ScalpEvidence withoutDots(String why) {
        Map<String, RegionEvidence> toneOnly = new LinkedHashMap<>();
        regions.forEach((region, evidence) -> toneOnly.put(region, evidence.withoutDots(why)));
        return new ScalpEvidence(
                map,
                camera,
                residualMm,
                seen,
                List.of(),
                List.of(),
                dotSize,
                skinTakenOut,
                shapes,
                Map.of(),
                why,
                toneOnly,
                pxPerMm,
                blurPx,
                glarePct);
    }
}
