package io.stipple.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that belongs to one view.
 *
 * @param view such as {@code top}
 * @param reference stage whose photo the others lie on; null where no photo was usable
 * @param regions outlines on the reference photo
 * @param atlas whether the outlines are the standard atlas's, not drawn by hand
 * @param headOutline of the scalp on the reference photo; null where no head was found
 * @param dots by stage name, in the order of stages
 * @param aligned path below the output folder of each stage's photo laid on the reference, by stage name
 */
public record ViewRecord(
        String view,
        @Nullable Stage reference,
        List<Outline> regions,
        boolean atlas,
        @Nullable Outline headOutline,
        Map<String, List<TrackedDot>> dots,
        Map<String, String> aligned) {
    public ViewRecord {
        Check.named("view", view);
        regions = List.copyOf(regions);
        dots = Collections.unmodifiableMap(new LinkedHashMap<>(dots));
        aligned = Collections.unmodifiableMap(new LinkedHashMap<>(aligned));
    }
}
