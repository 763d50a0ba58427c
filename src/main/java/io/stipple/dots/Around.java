package io.stipple.dots;

import io.stipple.model.PointPx;
import java.util.List;

/** What lies so near to some points that dots there may share their light with a dot on one of them. */
record Around(PointGrid points, double reachPx) implements Area {
    private static final double NEIGHBOURS = 6; // deviations: profiles end at 2.5, and so do their neighbours'

    /**
     * Around points of the crop.
     *
     * @param dotReachPx largest standard deviation of a dot there, px
     */
    static Around of(List<PointPx> points, double dotReachPx) {
        double reachPx = NEIGHBOURS * dotReachPx;
        return new Around(new PointGrid(reachPx, points), reachPx);
    }

    @Override
    public boolean contains(double x, double y) {
        return points.anyWithin(x, y, reachPx);
    }

    @Override
    public boolean meets(Tiles.Tile tile) {
        double corner = Math.hypot(tile.width(), tile.height()) / 2;
        double x = (tile.left() + tile.right()) / 2.0;
        double y = (tile.top() + tile.bottom()) / 2.0;
        return points.anyWithin(x, y, reachPx + corner);
    }
}
