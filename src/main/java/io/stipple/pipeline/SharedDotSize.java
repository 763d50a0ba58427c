package io.stipple.pipeline;

import io.stipple.change.DotArea;
import io.stipple.model.Dot;
import io.stipple.model.StageKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives the dots of all photos of a view that were taken as long after a session the size that these photos tell
 * together, and each dot the contrast that follows.
 */
final class SharedDotSize {
    private final Map<String, DotArea> byPhoto;

    private SharedDotSize(Map<String, DotArea> byPhoto) {
        this.byPhoto = byPhoto;
    }

    /**
     * The size of the dots of a view.
     *
     * @param photos of the view
     * @param slant by which the area of a pixel was first taken wrong
     * @param relativeSe of one photo's reading of the area of its dots
     */
    static SharedDotSize of(List<MeasuredPhoto> photos, SlantCorrection slant, double relativeSe) {
        Map<StageKind, Map<String, Double>> readings = new LinkedHashMap<>();
        for (MeasuredPhoto photo : photos) {
            ScalpEvidence scalp = photo.scalp();
            StageKind kind = photo.shot().stage().kind();
            if (scalp != null && kind != StageKind.BEFORE) {
                scalp.dotAreaMm2()
                        .ifPresent(area -> readings.computeIfAbsent(kind, key -> new LinkedHashMap<>())
                                .put(photo.shot().relativePath(), area * slant.ofTypical(scalp.dots(), scalp.map())));
            }
        }
        Map<String, DotArea> byPhoto = new HashMap<>();
        readings.values().forEach(kind -> byPhoto.putAll(DotArea.among(kind, relativeSe)));
        return new SharedDotSize(byPhoto);
    }

    DotArea areaOf(MeasuredPhoto photo) {
        return byPhoto.getOrDefault(photo.shot().relativePath(), DotArea.OWN);
    }

    /** The dot as weighed, its light spread over the shared area. Its diameter stays what the photo shows. */
    Dot of(Dot dot, MeasuredPhoto photo) {
        return new Dot(
                dot.centre(),
                dot.diameterMm(),
                Math.min(1, dot.contrast() / areaOf(photo).factor()),
                dot.pigmentMm2(),
                dot.pigmentSeMm2(),
                dot.snr(),
                dot.axisRatio());
    }
}
