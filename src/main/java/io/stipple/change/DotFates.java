package io.stipple.change;

import io.stipple.model.TrackedDot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a region's dots between two stages, told from their tracks.
 *
 * <p>A dot where the other photo shows nothing (out of frame, under gloss) is neither lost nor added. A dot near the
 * outline belongs to the region that its earlier photo puts it in.
 *
 * @param kept dots of the earlier stage found again
 * @param lost dots of the earlier stage not found again
 * @param added dots of the later stage that the earlier one has not
 */
record DotFates(List<Kept> kept, List<TrackedDot> lost, List<TrackedDot> added) {
    /**
     * One dot in both stages.
     *
     * @param before in the earlier
     * @param after in the later
     */
    record Kept(TrackedDot before, TrackedDot after) {}

    DotFates {
        kept = List.copyOf(kept);
        lost = List.copyOf(lost);
        added = List.copyOf(added);
    }

    static DotFates of(
            String region, List<TrackedDot> from, PhotoEvidence fromPhoto, List<TrackedDot> to, PhotoEvidence toPhoto) {
        Map<Integer, TrackedDot> earlier = byTrack(from);
        Map<Integer, TrackedDot> later = byTrack(to);
        List<Kept> kept = new ArrayList<>();
        List<TrackedDot> lost = new ArrayList<>();
        for (TrackedDot dot : from) {
            TrackedDot again = later.get(dot.track());
            // Where the later photo sees badly a missing dot tells nothing, and so neither may one that is found.
            if (!region.equals(dot.region()) || !toPhoto.seen().at(dot.reference())) {
                continue;
            }
            if (again != null) {
                kept.add(new Kept(dot, again));
            } else {
                lost.add(dot);
            }
        }
        List<TrackedDot> added = to.stream()
                .filter(dot -> region.equals(dot.region()) && !earlier.containsKey(dot.track()))
                .filter(dot -> fromPhoto.seen().at(dot.reference()))
                .toList();
        return new DotFates(kept, lost, added);
    }

    /** Dots of the earlier stage whose fate is known. */
    int followed() {
        return kept.size() + lost.size();
    }

    private static Map<Integer, TrackedDot> byTrack(List<TrackedDot> dots) {
        Map<Integer, TrackedDot> byTrack = new HashMap<>();
        for (TrackedDot dot : dots) {
            byTrack.put(dot.track(), dot);
        }
        return byTrack;
    }
}
