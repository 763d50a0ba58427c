package io.stipple.phantom;

import io.stipple.model.Outline;
import io.stipple.model.PointPx;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.prep.PreparedGeometry;

/** The curved scalp behind one view's reference photo: distances and areas on it. */
public final class ReferenceScalp {
    private final TruthData.Surface surface;
    private final CubicGrid grid;

    ReferenceScalp(TruthData.Surface surface) {
        this.surface = surface;
        this.grid = new CubicGrid(surface.stepPx(), surface.columns(), surface.rows(), surface.xMicro());
    }

    /** Straight distance in mm between the points of scalp at two pixels; empty where either shows none. */
    public OptionalDouble distanceMm(PointPx from, PointPx to) {
        double[] a = point(from.x(), from.y());
        double[] b = point(to.x(), to.y());
        if (a.length == 0 || b.length == 0) {
            return OptionalDouble.empty();
        }
        double dx = a[0] - b[0];
        double dy = a[1] - b[1];
        double dz = a[2] - b[2];
        return OptionalDouble.of(Math.sqrt(dx * dx + dy * dy + dz * dz) / 1000);
    }

    /** Scalp area of one pixel there, mm²; 0 where the photo shows none. */
    public double mm2PerPx(double xPx, double yPx) {
        double[] left = point(xPx - 1, yPx);
        double[] right = point(xPx + 1, yPx);
        double[] above = point(xPx, yPx - 1);
        double[] below = point(xPx, yPx + 1);
        if (left.length == 0 || right.length == 0 || above.length == 0 || below.length == 0) {
            return 0;
        }
        Vec across = new Vec(right[0] - left[0], right[1] - left[1], right[2] - left[2]);
        Vec along = new Vec(below[0] - above[0], below[1] - above[1], below[2] - above[2]);
        return across.cross(along).length() / 4e6;
    }

    /** Area of the curved scalp inside an outline, cm². */
    public double areaCm2(Outline outline) {
        PreparedGeometry inside = RegionOutlines.prepared(outline);
        Envelope box = inside.getGeometry().getEnvelopeInternal();
        double step = Math.max(1, Math.max(box.getWidth(), box.getHeight()) / 160);
        double sum = 0;
        for (double y = box.getMinY() + step / 2; y < box.getMaxY(); y += step) {
            for (double x = box.getMinX() + step / 2; x < box.getMaxX(); x += step) {
                if (RegionOutlines.contains(inside, x, y)) {
                    sum += step * step * mm2PerPx(x, y);
                }
            }
        }
        return sum / 100;
    }

    private double[] point(double xPx, double yPx) {
        return grid.at(xPx, yPx, surface.xMicro(), surface.yMicro(), surface.zMicro());
    }

    static Outline outline(TruthData.Region region) {
        List<PointPx> points = new ArrayList<>();
        for (int i = 0; i < region.xTenthPx().length; i++) {
            points.add(new PointPx(region.xTenthPx()[i] / 10.0, region.yTenthPx()[i] / 10.0));
        }
        return new Outline(region.name(), points);
    }
}
