package io.stipple.phantom;

import io.stipple.model.Outline;
import io.stipple.model.PointPx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** The standard regions as one view's reference photo shows them, cut off where the scalp turns away from the camera. */
final class RegionOutlines {
    // Beyond 60° a dot is an ellipse half as wide as long: no practitioner would judge it from here.
    private static final double LEAST_COSINE = 0.5;
    private static final double LEAST_AREA_CM2 = 4;
    private static final double RAY_STEP_DEG = 0.25;
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    /**
     * A region on the reference photo.
     *
     * @param outline its corners
     * @param areaCm2 of the curved scalp inside it
     */
    record Placed(Outline outline, double areaCm2) {}

    private final SkinView reference;
    private final CameraView view;

    RegionOutlines(SkinView reference, CameraView view) {
        this.reference = reference;
        this.view = view;
    }

    List<Placed> place() {
        Polygon seen = seenCap();
        List<Placed> placed = new ArrayList<>();
        for (ScalpRegion region : ScalpRegion.STANDARD) {
            outline(region, seen).ifPresent(outline -> {
                double area = areaCm2(outline);
                if (area >= LEAST_AREA_CM2) {
                    placed.add(new Placed(outline, area));
                }
            });
        }
        return placed;
    }

    private Optional<Outline> outline(ScalpRegion region, Polygon seen) {
        List<Vec> corners = region.outline();
        Coordinate[] chart = new Coordinate[corners.size() + 1];
        for (int i = 0; i < chart.length; i++) {
            chart[i] = toChart(corners.get(i % corners.size()));
        }
        Geometry cut = GEOMETRY.createPolygon(chart).intersection(seen);
        Polygon largest = null;
        for (int i = 0; i < cut.getNumGeometries(); i++) {
            if (cut.getGeometryN(i) instanceof Polygon part
                    && (largest == null || part.getArea() > largest.getArea())) {
                largest = part;
            }
        }
        if (largest == null || largest.isEmpty()) {
            return Optional.empty();
        }
        List<PointPx> points = new ArrayList<>();
        Coordinate[] ring = largest.getExteriorRing().getCoordinates();
        for (int i = 0; i < ring.length - 1; i++) {
            SkinPoint at = reference.project(fromChart(ring[i].x, ring[i].y));
            points.add(new PointPx(Math.round(at.xPx() * 10) / 10.0, Math.round(at.yPx() * 10) / 10.0));
        }
        return Optional.of(new Outline(region.name(), points));
    }

    private Polygon seenCap() {
        int spokes = 120;
        Coordinate[] rim = new Coordinate[spokes + 1];
        for (int i = 0; i < spokes; i++) {
            double turn = 2 * Math.PI * i / spokes;
            double angle = 0;
            while (angle < 100) {
                double next = Math.toRadians(angle + RAY_STEP_DEG);
                Vec rest = fromChart(next * Math.cos(turn), next * Math.sin(turn));
                if (reference.project(rest).cosine() < LEAST_COSINE) {
                    break;
                }
                angle += RAY_STEP_DEG;
            }
            double reach = Math.toRadians(angle);
            rim[i] = new Coordinate(reach * Math.cos(turn), reach * Math.sin(turn));
        }
        rim[spokes] = rim[0];
        return GEOMETRY.createPolygon(rim);
    }

    /** Azimuthal equidistant around the view's axis: nothing folds over, even on the far side. */
    private Coordinate toChart(Vec rest) {
        double angle = Math.acos(Math.max(-1, Math.min(1, rest.dot(view.towardsCamera()))));
        double x = rest.dot(view.right());
        double y = rest.dot(view.down());
        double scale = angle / Math.max(1e-12, Math.hypot(x, y));
        return new Coordinate(x * scale, y * scale);
    }

    private Vec fromChart(double x, double y) {
        double angle = Math.hypot(x, y);
        double scale = angle > 0 ? Math.sin(angle) / angle : 1;
        return view.towardsCamera()
                .times(Math.cos(angle))
                .plus(view.right().times(x * scale))
                .plus(view.down().times(y * scale));
    }

    /** Area of the curved scalp inside an outline of the reference photo: a sum over a fine grid. */
    double areaCm2(Outline outline) {
        PreparedGeometry inside = prepared(outline);
        var box = inside.getGeometry().getEnvelopeInternal();
        double across = Math.max(box.getWidth(), box.getHeight());
        double step = Math.max(1, across / 160); // leaves about 0.1 % at the ragged edge
        double sum = 0;
        for (double y = box.getMinY() + step / 2; y < box.getMaxY(); y += step) {
            for (double x = box.getMinX() + step / 2; x < box.getMaxX(); x += step) {
                if (!inside.contains(GEOMETRY.createPoint(new Coordinate(x, y)))) {
                    continue;
                }
                double hit = reference.hit(x, y);
                if (hit > 0) {
                    SkinPoint at = reference.project(reference.rest(reference.pointAt(x, y, hit)));
                    sum += step * step / Math.abs(at.xPerU() * at.yPerV() - at.xPerV() * at.yPerU());
                }
            }
        }
        return sum / 100;
    }

    static PreparedGeometry prepared(Outline outline) {
        List<PointPx> points = outline.points();
        Coordinate[] ring = new Coordinate[points.size() + 1];
        for (int i = 0; i < ring.length; i++) {
            PointPx p = points.get(i % points.size());
            ring[i] = new Coordinate(p.x(), p.y());
        }
        return PreparedGeometryFactory.prepare(GEOMETRY.createPolygon(ring));
    }

    static boolean contains(PreparedGeometry region, double x, double y) {
        return region.contains(GEOMETRY.createPoint(new Coordinate(x, y)));
    }
}
