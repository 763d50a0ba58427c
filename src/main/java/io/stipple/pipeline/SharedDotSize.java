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
     * @param blurRelativeSe relative error of the variance of a photo's blur
     */
    static SharedDotSize of(List<MeasuredPhoto> photos, SlantCorrection slant, double blurRelativeSe) {
        Map<StageKind, Map<String, DotArea.Reading>> readings = new LinkedHashMap<>();
        for (MeasuredPhoto photo : photos) {
            ScalpEvidence scalp = photo.scalp();
            StageKind kind = photo.shot().stage().kind();
            if (scalp != null && kind != StageKind.BEFORE) {
                scalp.dotSize()
                        .map(size -> new DotArea.Reading(
                                size.areaMm2() * slant.ofTypical(scalp.dots(), scalp.map()),
                                // Two ways to see one error, that of a blur which the dots do not tell from themselves.
                                Math.max(blurRelativeSe * size.blurOverDisc(), size.discAreaSe())))
                        .ifPresent(reading -> readings.computeIfAbsent(kind, key -> new LinkedHashMap<>())
                                .put(photo.shot().relativePath(), reading));
            }
        }
        Map<String, DotArea> byPhoto = new HashMap<>();
        readings.values().forEach(kind -> byPhoto.putAll(DotArea.among(kind)));
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
