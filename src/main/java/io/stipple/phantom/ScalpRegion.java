package io.stipple.phantom;

import java.util.ArrayList;
import java.util.List;

/**
 * A standard region as a sector of the scalp in polar coordinates around the vertex.
 *
 * @param name in the contract's words
 * @param fromDeg angle from the vertex where it starts
 * @param toDeg angle from the vertex where it ends
 * @param leftDeg azimuth of its first side, 0 in front, positive to the person's right
 * @param rightDeg azimuth of its other side
 * @param densityFactor how densely it is treated against the others
 */
record ScalpRegion(String name, double fromDeg, double toDeg, double leftDeg, double rightDeg, double densityFactor) {
    /** The pole of the polar coordinates: the vertex lies a little behind the middle of the head. */
    static final Vec VERTEX = new Vec(0, -0.12, 1).unit();

    /** What a practitioner treats on a bald top, and thinner where it blends into the donor hair. */
    static final List<ScalpRegion> STANDARD = List.of(
            new ScalpRegion("hairline", 55, 63, -42, 42, 1),
            new ScalpRegion("frontal", 21, 53, -44, 44, 1),
            new ScalpRegion("midscalp", 0, 19, -180, 180, 1),
            new ScalpRegion("vertex", 21, 55, 137, 223, 1),
            new ScalpRegion("right-parietal", 21, 55, 49, 132, 0.9),
            new ScalpRegion("left-parietal", 21, 55, -132, -49, 0.9),
            new ScalpRegion("right-temporal", 58, 80, 60, 118, 0.65),
            new ScalpRegion("left-temporal", 58, 80, -118, -60, 0.65),
            new ScalpRegion("occipital", 58, 86, 128, 232, 0.65));

    /** Unit direction at polar coordinates around the vertex. */
    static Vec direction(double fromVertexDeg, double azimuthDeg) {
        Vec right = new Vec(1, 0, 0);
        Vec front = VERTEX.cross(right);
        double polar = Math.toRadians(fromVertexDeg);
        double azimuth = Math.toRadians(azimuthDeg);
        return VERTEX.times(Math.cos(polar))
                .plus(front.times(Math.sin(polar) * Math.cos(azimuth)))
                .plus(right.times(Math.sin(polar) * Math.sin(azimuth)));
    }

    /** Angle from the vertex, degrees. */
    static double fromVertexDeg(Vec direction) {
        return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, direction.dot(VERTEX)))));
    }

    /** Azimuth, degrees, -180..180. */
    static double azimuthDeg(Vec direction) {
        Vec right = new Vec(1, 0, 0);
        Vec front = VERTEX.cross(right);
        return Math.toDegrees(Math.atan2(direction.dot(right), direction.dot(front)));
    }

    boolean contains(Vec direction) {
        double polar = fromVertexDeg(direction);
        if (polar < fromDeg || polar > toDeg) {
            return false;
        }
        double azimuth = azimuthDeg(direction);
        return (azimuth >= leftDeg && azimuth <= rightDeg) || (azimuth + 360 >= leftDeg && azimuth + 360 <= rightDeg);
    }

    /** Its outline, a corner every two degrees or so. */
    List<Vec> outline() {
        List<Vec> corners = new ArrayList<>();
        double stepDeg = 2;
        int across = (int) Math.ceil((rightDeg - leftDeg) / (2 * stepDeg));
        int along = (int) Math.ceil((toDeg - fromDeg) / stepDeg);
        boolean cap = fromDeg == 0;
        for (int i = 0; i < across; i++) {
            corners.add(direction(toDeg, leftDeg + (rightDeg - leftDeg) * i / across));
        }
        if (cap) {
            return corners;
        }
        for (int i = 0; i < along; i++) {
            corners.add(direction(toDeg - (toDeg - fromDeg) * i / along, rightDeg));
        }
        for (int i = 0; i < across; i++) {
            corners.add(direction(fromDeg, rightDeg - (rightDeg - leftDeg) * i / across));
        }
        for (int i = 0; i < along; i++) {
            corners.add(direction(fromDeg + (toDeg - fromDeg) * i / along, leftDeg));
        }
        return corners;
    }
}
