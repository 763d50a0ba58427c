package io.stipple.region;

import io.stipple.model.HeadAxes;
import io.stipple.model.Outline;
import io.stipple.model.PointPx;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Lays the standard regions on a head, where nobody has drawn any.
 *
 * <p>Each view has a plate: outlines on the unit disc, which the head's ellipse stretches onto the photo. All plates end
 * at 0.85 of the way from the middle to the rim, where the scalp is seen at a cosine of about 0.5; farther out dots
 * crowd into lines. The division follows what hair surgeons use (Norwood 1975; Beehner 2001): the hairline a band one to two
 * centimetres deep, frontal scalp behind it to where the midscalp begins, midscalp to the vertex transition point,
 * vertex around the whorl, temporal and parietal scalp aside, occipital scalp behind, nape below the occiput.
 *
 * <p>Left and right are the client's: seen from above with the forehead up, and from behind, the client's left is on
 * the photo's left; seen from the front it is on the photo's right. {@code reference} is never laid here: where
 * untreated skin is, only a person knows.
 */
public final class Atlas {
    // Less of a region than this left inside the photo is not that region any more.
    private static final double LEAST_SHARE_LEFT = 0.4;

    private Atlas() {}

    /**
     * The regions that the view shows, in standard order; for a view whose name tells nothing, one region
     * {@code scalp}.
     *
     * @param head outline of the skull, px of the reference photo: best an ellipse without ears and neck
     * @param view such as {@code top}; its first word counts
     * @param front where the forehead lies; only asked of views from above
     */
    public static List<Outline> lay(Outline head, String view, Front front) {
        HeadFrame frame = HeadFrame.of(head, seenFromAbove(view) ? front : Front.UP);
        return plate(view).stream().map(frame::onPhoto).toList();
    }

    /**
     * As {@link #lay(Outline, String, Front)}, cut to what the photo shows of the head; a region that has lost more than
     * 60 % is left out.
     *
     * @param visible silhouette of the skin, inside the photo
     */
    public static List<Outline> lay(Outline head, String view, Front front, Outline visible) {
        Geometry seen = Polygons.polygon(visible.points()).buffer(0);
        return lay(head, view, front).stream()
                .map(region -> cut(region, seen))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * How the head lies in the photo: ahead is the forehead in views from above, the face in the view from the front.
     *
     * @param head outline of the skull, px of the reference photo
     * @param view from above or from the front; its first word counts
     * @param front where the forehead lies; only asked of views from above
     */
    public static HeadAxes axes(Outline head, String view, Front front) {
        boolean above = seenFromAbove(view);
        HeadFrame frame = HeadFrame.of(head, above ? front : Front.UP);
        // From above the plate's up is ahead and its left the client's; from the front both are the other way round.
        double ahead = above ? 1 : -1;
        return new HeadAxes(
                new PointPx(frame.x(), frame.y()),
                ahead * frame.upX(),
                ahead * frame.upY(),
                -ahead * frame.rightX(),
                -ahead * frame.rightY());
    }

    private static boolean seenFromAbove(String view) {
        return switch (firstWord(view)) {
            case "front", "back", "left", "right" -> false;
            default -> true;
        };
    }

    private static List<Outline> plate(String view) {
        return switch (firstWord(view)) {
            case "top" -> Plates.TOP;
            case "crown", "vertex" -> Plates.CROWN;
            case "front" -> Plates.FRONT;
            case "back" -> Plates.BACK;
            case "left" -> Plates.LEFT;
            case "right" -> Plates.RIGHT;
            default -> Plates.ANY;
        };
    }

    private static String firstWord(String view) {
        return view.toLowerCase(Locale.ROOT).split("[^a-z]", 2)[0];
    }

    private static Optional<Outline> cut(Outline region, Geometry seen) {
        Polygon whole = Polygons.polygon(region.points());
        if (seen.contains(whole)) {
            return Optional.of(region);
        }
        Geometry left = whole.intersection(seen);
        Polygon largest = Polygons.nothing();
        for (int i = 0; i < left.getNumGeometries(); i++) {
            if (left.getGeometryN(i) instanceof Polygon piece && piece.getArea() > largest.getArea()) {
                largest = piece;
            }
        }
        if (largest.getArea() < LEAST_SHARE_LEFT * whole.getArea()) {
            return Optional.empty();
        }
        List<PointPx> corners = new ArrayList<>();
        Coordinate[] ring = largest.getExteriorRing().getCoordinates();
        for (int i = 0; i + 1 < ring.length; i++) {
            corners.add(new PointPx(ring[i].x, ring[i].y));
        }
        return Optional.of(new Outline(region.name(), corners));
    }
}
