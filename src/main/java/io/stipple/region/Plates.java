package io.stipple.region;

import io.stipple.model.Outline;
import io.stipple.model.PointPx;
import java.util.ArrayList;
import java.util.List;

/**
 * The standard regions of each view, drawn on the unit disc: x to the right and y up the plate, the rim of the head at
 * radius 1. On a mean head 0.1 is about 10 mm along the length and 8 mm across.
 *
 * <p>Seen from above, the scalp's front rim is about the level of the brow ridge, so the hairline, 60 to 70 mm above
 * it along the skin, comes to lie at 0.72 to 0.85. The whorl lies a third of the length behind the middle; the vertex
 * reaches around it. From the front, back and sides the plate's middle is the level of the largest contour, from
 * the brows to the occiput: the ears lie below it, the crown above.
 */
final class Plates {
    private static final int SMOOTHINGS = 3;

    static final List<Outline> TOP = List.of(
            band("hairline", 0.72, 0.85, 58, 122),
            capped("frontal", 0.42, 0.36, 0.70, 53),
            block("midscalp", -0.42, 0.42, -0.08, 0.34),
            block("vertex", -0.42, 0.42, -0.58, -0.10),
            mirrored(TopSide.temporal("left-temporal")),
            TopSide.temporal("right-temporal"),
            mirrored(TopSide.parietal("left-parietal")),
            TopSide.parietal("right-parietal"),
            band("occipital", 0.62, 0.84, 238, 302));

    static final List<Outline> CROWN = List.of(
            block("midscalp", -0.42, 0.42, 0.34, 0.72),
            block("vertex", -0.42, 0.42, -0.30, 0.32),
            block("left-parietal", -0.76, -0.45, -0.32, 0.32),
            block("right-parietal", 0.45, 0.76, -0.32, 0.32),
            block("occipital", -0.42, 0.42, -0.72, -0.32));

    static final List<Outline> FRONT = List.of(
            block("hairline", -0.50, 0.50, 0.50, 0.66),
            smooth("frontal", -0.46, 0.68, 0.46, 0.68, 0.36, 0.77, 0, 0.84, -0.36, 0.77),
            block("left-temporal", 0.53, 0.80, 0.10, 0.48),
            block("right-temporal", -0.80, -0.53, 0.10, 0.48));

    static final List<Outline> BACK = List.of(
            smooth("vertex", -0.50, 0.56, 0.50, 0.56, 0.40, 0.74, 0, 0.84, -0.40, 0.74),
            block("left-parietal", -0.76, -0.42, 0.02, 0.52),
            block("right-parietal", 0.42, 0.76, 0.02, 0.52),
            block("occipital", -0.40, 0.40, -0.24, 0.54),
            block("nape", -0.46, 0.46, -0.70, -0.28));

    static final List<Outline> LEFT = List.of(
            smooth("frontal", -0.66, 0.50, -0.20, 0.58, -0.20, 0.80, -0.44, 0.70),
            block("left-temporal", -0.72, -0.26, 0.05, 0.46),
            block("left-parietal", -0.16, 0.46, 0.10, 0.70),
            block("occipital", 0.50, 0.80, -0.22, 0.28),
            block("nape", 0.36, 0.64, -0.54, -0.26));

    static final List<Outline> RIGHT = List.of(
            mirrored(LEFT.get(0)),
            mirrored("right-temporal", LEFT.get(1)),
            mirrored("right-parietal", LEFT.get(2)),
            mirrored(LEFT.get(3)),
            mirrored(LEFT.get(4)));

    /** For a view whose name tells nothing: all that is seen well. */
    static final List<Outline> ANY = List.of(band("scalp", 0, 0.80, 0, 360));

    private Plates() {}

    /** The sides of a head seen from above; the right one, which lies on the plate's right. */
    private static final class TopSide {
        static Outline temporal(String name) {
            return smooth(name, 0.45, 0.18, 0.80, 0.18, 0.76, 0.32, 0.68, 0.46, 0.57, 0.58, 0.45, 0.60);
        }

        static Outline parietal(String name) {
            return smooth(name, 0.45, -0.50, 0.64, -0.50, 0.76, -0.32, 0.82, -0.05, 0.81, 0.15, 0.45, 0.15);
        }
    }

    private static Outline block(String name, double left, double right, double bottom, double top) {
        return smooth(name, left, bottom, right, bottom, right, top, left, top);
    }

    /** Between two radii and two directions in degrees, counted from the plate's right towards its up. */
    private static Outline band(String name, double inner, double outer, int fromDeg, int toDeg) {
        List<PointPx> corners = new ArrayList<>();
        for (int deg = fromDeg; deg <= toDeg; deg += 4) {
            corners.add(polar(outer, deg));
        }
        for (int deg = toDeg; deg >= fromDeg && inner > 0; deg -= 4) {
            corners.add(polar(inner, deg));
        }
        return new Outline(name, smooth(corners));
    }

    /** A block whose upper side is an arc around the plate's middle. */
    private static Outline capped(String name, double halfWidth, double bottom, double radius, int fromDeg) {
        List<PointPx> corners = new ArrayList<>();
        corners.add(new PointPx(-halfWidth, bottom));
        corners.add(new PointPx(halfWidth, bottom));
        for (int deg = fromDeg; deg <= 180 - fromDeg; deg += 2) {
            corners.add(polar(radius, deg));
        }
        return new Outline(name, smooth(corners));
    }

    private static PointPx polar(double radius, int deg) {
        return new PointPx(radius * Math.cos(Math.toRadians(deg)), radius * Math.sin(Math.toRadians(deg)));
    }

    private static Outline mirrored(Outline outline) {
        return mirrored(outline.name(), outline);
    }

    private static Outline mirrored(String name, Outline outline) {
        return new Outline(
                name,
                outline.points().stream().map(p -> new PointPx(-p.x(), p.y())).toList());
    }

    private static Outline smooth(String name, double... xy) {
        List<PointPx> corners = new ArrayList<>();
        for (int i = 0; i < xy.length; i += 2) {
            corners.add(new PointPx(xy[i], xy[i + 1]));
        }
        return new Outline(name, smooth(corners));
    }

    // Chaikin's corner cutting (1974), a quarter off each side's ends: it never leaves the corners' hull, so that
    // plates
    // that are apart stay apart.
    private static List<PointPx> smooth(List<PointPx> corners) {
        List<PointPx> now = corners;
        for (int round = 0; round < SMOOTHINGS; round++) {
            List<PointPx> cut = new ArrayList<>();
            for (int i = 0; i < now.size(); i++) {
                PointPx a = now.get(i);
                PointPx b = now.get((i + 1) % now.size());
                cut.add(new PointPx(0.75 * a.x() + 0.25 * b.x(), 0.75 * a.y() + 0.25 * b.y()));
                cut.add(new PointPx(0.25 * a.x() + 0.75 * b.x(), 0.25 * a.y() + 0.75 * b.y()));
            }
            now = cut;
        }
        return now;
    }
}
