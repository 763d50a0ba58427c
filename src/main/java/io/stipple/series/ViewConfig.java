package io.stipple.series;

import io.stipple.model.Outline;
import io.stipple.model.Stage;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code case.yaml} says of a view.
 *
 * @param reference stage whose photo the view is registered to; null: the earliest measurable one
 * @param front where the forehead lies in the reference photo
 * @param frontGiven whether {@code front} was written down, not taken for granted
 * @param scale of the reference photo; null: not said
 * @param landmarks that start the registration of a stage's photo, in the order of stages
 * @param regions outlines on the reference photo; empty: the atlas lays the standard regions
 */
public record ViewConfig(
        @Nullable Stage reference,
        Front front,
        boolean frontGiven,
        @Nullable ScaleHint scale,
        Map<Stage, List<LandmarkPair>> landmarks,
        List<Outline> regions) {
    public ViewConfig {
        landmarks = Collections.unmodifiableMap(new TreeMap<>(landmarks));
        regions = List.copyOf(regions);
    }

    /** Of a view that {@code case.yaml} does not mention. */
    public static ViewConfig defaults() {
        return new ViewConfig(null, Front.UP, false, null, Map.of(), List.of());
    }
}
