package io.stipple.head;

import io.stipple.model.PointPx;
import java.util.List;

/** Tells the points of a silhouette that are the head's own rim from those where the photo's edge cuts it off. */
final class RimPoints {
    private static final double MARGIN_SHARE = 0.008;

    private RimPoints() {}

    /** The points that lie inside the photo, away from its edge. */
    static List<PointPx> inside(List<PointPx> silhouette, int widthPx, int heightPx) {
        double margin = MARGIN_SHARE * Math.max(widthPx, heightPx);
        return silhouette.stream()
                .filter(p -> p.x() > margin
                        && p.y() > margin
                        && p.x() < widthPx - 1 - margin
                        && p.y() < heightPx - 1 - margin)
                .toList();
    }
}
