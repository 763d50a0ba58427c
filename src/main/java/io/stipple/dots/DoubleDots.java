package io.stipple.dots;

import io.stipple.model.PointPx;
import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import io.stipple.model.TrackedDot;
import java.util.List;

/**
 * New dots set on old ones.
 *
 * @param doubles new dots whose disc overlaps an older dot's
 * @param byChance as many as would if the new ones were strewn at random: the sum of 1 - exp(-λπd²) over them, λ the
 *     density of older dots, d the reach of the two discs
 */
public record DoubleDots(int doubles, double byChance) {
    /**
     * Counts them in one region.
     *
     * @param older the region's dots of the stage before
     * @param fresh the region's dots of this stage that were not there before
     * @param olderPerMm2 density of the older dots, 1/mm²
     * @param reference geometry of the view's reference photo, in which both are placed
     */
    public static DoubleDots count(
            List<TrackedDot> older, List<TrackedDot> fresh, double olderPerMm2, ScalpGeometry reference) {
        if (older.isEmpty() || fresh.isEmpty()) {
            return new DoubleDots(0, 0);
        }
        double widest =
                older.stream().mapToDouble(d -> d.dot().diameterMm()).max().orElse(0);
        double typical =
                older.stream().mapToDouble(d -> d.dot().diameterMm()).average().orElse(0);
        var grid = new PointGrid(16, older.stream().map(TrackedDot::reference).toList());
        int doubles = 0;
        double byChance = 0;
        for (TrackedDot dot : fresh) {
            PointPx at = dot.reference();
            ScalpFrame frame = reference.at(at.x(), at.y()).orElse(null);
            if (frame == null) {
                continue;
            }
            double reach = (typical + dot.dot().diameterMm()) / 2;
            byChance += 1 - Math.exp(-olderPerMm2 * Math.PI * reach * reach);
            double farthest = (widest + dot.dot().diameterMm()) / 2;
            boolean[] overlaps = {false};
            grid.within(at.x(), at.y(), farthest * frame.pxPerMm(), i -> {
                TrackedDot old = older.get(i);
                double distance =
                        frame.mmOf(old.reference().x() - at.x(), old.reference().y() - at.y());
                overlaps[0] |= distance < (old.dot().diameterMm() + dot.dot().diameterMm()) / 2;
            });
            doubles += overlaps[0] ? 1 : 0;
        }
        return new DoubleDots(doubles, byChance);
    }
}
