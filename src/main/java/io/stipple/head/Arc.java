package io.stipple.head;

import io.stipple.model.PointPx;
import java.util.List;

/**
 * How far round an ellipse a rim follows it.
 *
 * @param followed directions from the centre in which a rim point lies on the ellipse, of {@link #DIRECTIONS}
 * @param inFrame directions in which the ellipse itself lies inside the photo
 */
record Arc(int followed, int inFrame) {
    static final int DIRECTIONS = 120;

    static Arc of(Ellipse ellipse, List<PointPx> rim, double tolerancePx, int widthPx, int heightPx) {
        boolean[] seen = new boolean[DIRECTIONS];
        double[] distances = ellipse.signedDistances(rim);
        for (int i = 0; i < distances.length; i++) {
            if (Math.abs(distances[i]) <= tolerancePx) {
                PointPx p = rim.get(i);
                double turn = Math.atan2(p.y() - ellipse.y(), p.x() - ellipse.x()) / (2 * Math.PI) + 1;
                seen[(int) (turn * DIRECTIONS) % DIRECTIONS] = true;
            }
        }
        int followed = 0;
        for (boolean direction : seen) {
            followed += direction ? 1 : 0;
        }
        int inFrame = RimPoints.inside(ellipse.polygon("ellipse").points(), widthPx, heightPx)
                .size();
        return new Arc(followed, Math.max(inFrame, 1));
    }

    /** Share of the directions inside the photo that the rim follows, 0..1. */
    double support() {
        return Math.min(1, (double) followed / inFrame);
    }

    /** Share of the whole way round, 0..1. */
    double share() {
        return (double) followed / DIRECTIONS;
    }
}
