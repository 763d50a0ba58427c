package io.stipple.report;

import io.stipple.model.Outline;
import io.stipple.model.ViewRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/**
 * The part of a view that may be shown to anybody: treated scalp, without face and ears.
 *
 * <p>The head's outline cannot tell it: that is the outline of all skin, forehead, face and neck with it. The regions
 * can, as they are laid on scalp. Seen from above or behind, face and ears lie outside the regions' hull, and the hull
 * is shown. In any other view an ear or a brow may lie between two regions: only the regions themselves are shown, a
 * little grown, only those whose names say that they are scalp, and only where a person has drawn them, since the atlas,
 * laid on a head that was taken for larger than it is, reaches the brows.
 */
final class ScalpArea {
    /** The contract's names for parts of the scalp; {@code reference} is skin anywhere. */
    static final Set<String> NAMED = Set.of(
            "hairline",
            "frontal",
            "midscalp",
            "vertex",
            "left-temporal",
            "right-temporal",
            "left-parietal",
            "right-parietal",
            "occipital",
            "nape");

    /** Not treated: untreated skin that ties colours, and the client's own stubble. */
    private static final Set<String> UNTREATED = Set.of("reference", "donor");

    /** Shares of the longer side of all regions: gaps up to twice the first close, the edge moves out by the second. */
    private static final double CLOSED = 0.02;

    private static final double GROWN = 0.02;
    private static final double GROWN_BY_A_FACE = 0.01;

    /** Corners nearer to the line than this share are left out: no eye sees them. */
    private static final double SMOOTH = 0.001;

    private static final GeometryFactory PLANE = new GeometryFactory();

    private ScalpArea() {}

    /** Whether a region is treated scalp, so that its figures may be told. */
    static boolean treated(String region) {
        return !UNTREATED.contains(region);
    }

    /**
     * What to show of a view, px of its reference photo.
     *
     * @return empty where it cannot be told; {@link #whyNot} says why
     */
    static Optional<Geometry> of(ViewRecord view) {
        return whyNot(view).isPresent() ? Optional.empty() : Optional.of(area(view));
    }

    /** Why nothing of a view can be shown; empty where something can. */
    static Optional<String> whyNot(ViewRecord view) {
        boolean face = ScalpView.of(view.view()).mayShowFace();
        if (face && view.atlas()) {
            return Optional.of("its regions were laid automatically and may reach a face or an ear; draw them in"
                    + " case.yaml under views: " + view.view() + ": regions");
        }
        if (shown(view).isEmpty()) {
            return Optional.of(
                    face
                            ? "none of its regions has a name that says it is scalp, such as hairline or left-temporal"
                            : "it has no treated region");
        }
        return area(view).isEmpty() ? Optional.of("its regions lie outside the head") : Optional.empty();
    }

    private static List<Outline> shown(ViewRecord view) {
        boolean face = ScalpView.of(view.view()).mayShowFace();
        return view.regions().stream()
                .filter(region -> treated(region.name()))
                .filter(region -> !face || NAMED.contains(region.name()))
                .toList();
    }

    private static Geometry area(ViewRecord view) {
        boolean face = ScalpView.of(view.view()).mayShowFace();
        Geometry regions =
                UnaryUnionOp.union(shown(view).stream().map(ScalpArea::polygon).toList());
        Envelope around = regions.getEnvelopeInternal();
        double side = Math.max(around.getWidth(), around.getHeight());
        Geometry whole = face
                ? regions.buffer(CLOSED * side).buffer(-CLOSED * side).buffer(GROWN_BY_A_FACE * side)
                : regions.convexHull().buffer(GROWN * side);
        Outline head = view.headOutline();
        Geometry area = head == null ? whole : whole.intersection(polygon(head));
        return TopologyPreservingSimplifier.simplify(area, SMOOTH * side);
    }

    /** A valid area even where an outline crosses itself. */
    private static Geometry polygon(Outline outline) {
        List<Coordinate> ring = new ArrayList<>(outline.points().stream()
                .map(point -> new Coordinate(point.x(), point.y()))
                .toList());
        ring.add(ring.get(0).copy());
        return PLANE.createPolygon(ring.toArray(Coordinate[]::new)).buffer(0);
    }

    /** The rings of an area as an SVG path, for the even-odd rule. */
    static String path(Geometry area, Frame frame) {
        StringBuilder path = new StringBuilder();
        for (Coordinate[] ring : rings(area)) {
            for (int i = 0; i + 1 < ring.length; i++) {
                path.append(i == 0 ? "M" : "L")
                        .append(Decimals.fixed(ring[i].x + 0.5 - frame.x(), 1))
                        .append(' ')
                        .append(Decimals.fixed(ring[i].y + 0.5 - frame.y(), 1));
            }
            path.append('Z');
        }
        return path.toString();
    }

    /** The closed rings of an area, holes among them. */
    static List<Coordinate[]> rings(Geometry area) {
        List<Coordinate[]> rings = new ArrayList<>();
        for (int i = 0; i < area.getNumGeometries(); i++) {
            Geometry boundary = area.getGeometryN(i).getBoundary();
            for (int j = 0; j < boundary.getNumGeometries(); j++) {
                rings.add(boundary.getGeometryN(j).getCoordinates());
            }
        }
        rings.removeIf(ring -> Arrays.stream(ring).distinct().count() < 3);
        return rings;
    }
}
