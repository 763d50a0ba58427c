package io.stipple.region;

import io.stipple.model.Outline;
import io.stipple.model.PointPx;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Outlines as checked JTS polygons. */
final class Polygons {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double LEAST_AREA_PX2 = 1;

    private Polygons() {}

    static Polygon nothing() {
        return FACTORY.createPolygon();
    }

    /** The polygon of an outline drawn on a photo of the given size. */
    static Polygon checked(Outline outline, int widthPx, int heightPx) {
        for (PointPx p : outline.points()) {
            if (p.x() < -0.5 || p.y() < -0.5 || p.x() > widthPx - 0.5 || p.y() > heightPx - 0.5) {
                throw fault(outline, "leaves the photo of %d x %d px at (%.1f, %.1f)", widthPx, heightPx, p.x(), p.y());
            }
        }
        Polygon polygon = polygon(outline.points());
        TopologyValidationError error = new IsValidOp(polygon).getValidationError();
        if (error != null) {
            Coordinate at = error.getCoordinate();
            throw fault(outline, "crosses or touches itself at (%.1f, %.1f)", at.x, at.y);
        }
        if (polygon.getArea() < LEAST_AREA_PX2) {
            throw fault(outline, "encloses %.2f px², less than %.0f", polygon.getArea(), LEAST_AREA_PX2);
        }
        return polygon;
    }

    static Polygon polygon(List<PointPx> points) {
        Coordinate[] ring = new Coordinate[points.size() + 1];
        for (int i = 0; i < ring.length; i++) {
            PointPx p = points.get(i % points.size());
            ring[i] = new Coordinate(p.x(), p.y());
        }
        return FACTORY.createPolygon(ring);
    }

    private static OutlineException fault(Outline outline, String pattern, Object... figures) {
        return new OutlineException(outline.name(), String.format(Locale.ROOT, pattern, figures));
    }
}
