package io.stipple.change;

import java.util.List;
import java.util.Map;

/**
 * What the comparison must know beside the figures and the dots.
 *
 * @param views by view name; a view that is not there is compared without registration's part of the error
 * @param repeats every region of every photo that has a repeat; empty where nothing was photographed twice
 */
public record CaseEvidence(Map<String, ViewEvidence> views, List<RepeatShot> repeats) {
    public CaseEvidence {
        views = Map.copyOf(views);
        repeats = List.copyOf(repeats);
    }

    public static CaseEvidence none() {
        return new CaseEvidence(Map.of(), List.of());
    }

    ViewEvidence view(String view) {
        return views.getOrDefault(view, ViewEvidence.none());
    }
}
