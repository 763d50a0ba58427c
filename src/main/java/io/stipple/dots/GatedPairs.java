package io.stipple.dots;

import io.stipple.model.PointPx;
import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Places and dots of one photo, paired one to one at the least summed squared distance within a gate. */
final class GatedPairs {
    private GatedPairs() {}

    /**
     * For each place the number of its dot, -1 where there is none.
     *
     * @param frameOf scalp behind a place, by its number; empty where none is known
     * @param dots in the places' pixels
     */
    static int[] dotOf(List<PointPx> places, IntFunction<Optional<ScalpFrame>> frameOf, PointGrid dots, double gateMm) {
        List<SparseAssignment.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            int place = i;
            PointPx at = places.get(i);
            frameOf.apply(i)
                    .ifPresent(frame -> dots.within(at.x(), at.y(), gateMm * frame.pxPerMm(), d -> {
                        PointPx dot = dots.point(d);
                        double gates = frame.mmOf(dot.x() - at.x(), dot.y() - at.y()) / gateMm;
                        if (gates < 1) {
                            pairs.add(new SparseAssignment.Pair(place, d, gates * gates));
                        }
                    }));
        }
        return SparseAssignment.solve(places.size(), dots.size(), pairs);
    }

    /** Whether any of some points lies so near to a place that a dot's track would take it for the same. */
    static boolean isNear(PointGrid points, PointPx at, ScalpGeometry geometry) {
        double gateMm = TrackerSettings.defaults().leastGateMm();
        return geometry.at(at.x(), at.y())
                .filter(frame -> points.anyWithin(at.x(), at.y(), frame, gateMm))
                .isPresent();
    }
}
