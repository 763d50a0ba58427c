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
 * @param scalp behind the reference photo's pixels; null where no photo was usable
 * @param dots by stage name, in the order of stages
 * @param aligned path below the output folder of each stage's photo laid on the reference, by stage name
 * @param counted path below the output folder of a picture of the reference photo's shape, white where the stage's photo
 *     shows the scalp well enough to count dots, by stage name
 * @param gloss the same, white where gloss hides the colour of the skin
 */
public record ViewRecord(
        String view,
        @Nullable Stage reference,
        List<Outline> regions,
        boolean atlas,
        @Nullable Outline headOutline,
        @Nullable ScalpAreas scalp,
        Map<String, List<TrackedDot>> dots,
        Map<String, String> aligned,
        Map<String, String> counted,
        Map<String, String> gloss) {
    public ViewRecord {
        Check.named("view", view);
        regions = List.copyOf(regions);
        dots = Collections.unmodifiableMap(new LinkedHashMap<>(dots));
        aligned = Collections.unmodifiableMap(new LinkedHashMap<>(aligned));
        counted = Collections.unmodifiableMap(new LinkedHashMap<>(counted));
        gloss = Collections.unmodifiableMap(new LinkedHashMap<>(gloss));
    }

    /** The dots that figures are made of, by stage name: those that a photo shows without a healed one's help. */
    public Map<String, List<TrackedDot>> countedDots() {
        Map<String, List<TrackedDot>> counted = new LinkedHashMap<>();
        dots.forEach((stage, all) ->
                counted.put(stage, all.stream().filter(dot -> !dot.recovered()).toList()));
        return counted;
    }
}
