package io.stipple.phantom;

import java.util.List;

/**
 * An ellipsoid of the body or of what is worn, upright in the head frame.
 *
 * @param centre mm
 * @param half half axes, mm
 * @param rgb linear colour, or null for the person's skin
 * @param weave depth of its cloth's texture, 0 for none
 */
@SuppressWarnings("ArrayRecordComponent") // stays inside this room and is never compared
record BodyPart(Vec centre, Vec half, double[] rgb, double weave) {
    private static final double[] CLOTH = {0.03, 0.035, 0.05};

    /** Neck, shoulders, ears and nose. */
    static List<BodyPart> person() {
        return List.of(
                skin(new Vec(0, -22, -120), new Vec(54, 58, 75)),
                new BodyPart(new Vec(0, -30, -245), new Vec(230, 105, 90), CLOTH, 0.35),
                skin(new Vec(74, -8, -8), new Vec(9, 17, 31)),
                skin(new Vec(-74, -8, -8), new Vec(9, 17, 31)),
                skin(new Vec(0, 96, -22), new Vec(12, 18, 24)));
    }

    static BodyPart skin(Vec centre, Vec half) {
        return new BodyPart(centre, half, new double[0], 0);
    }

    boolean isSkin() {
        return rgb.length == 0;
    }

    /** Distance along the ray in units of it, or NaN where it misses. */
    double hit(Vec origin, Vec ray) {
        double ox = (origin.x() - centre.x()) / half.x();
        double oy = (origin.y() - centre.y()) / half.y();
        double oz = (origin.z() - centre.z()) / half.z();
        double dx = ray.x() / half.x();
        double dy = ray.y() / half.y();
        double dz = ray.z() / half.z();
        double a = dx * dx + dy * dy + dz * dz;
        double b = ox * dx + oy * dy + oz * dz;
        double c = ox * ox + oy * oy + oz * oz - 1;
        double under = b * b - a * c;
        return under < 0 ? Double.NaN : (-b - Math.sqrt(under)) / a;
    }

    Vec normal(Vec point) {
        Vec off = point.minus(centre);
        return new Vec(
                        off.x() / (half.x() * half.x()),
                        off.y() / (half.y() * half.y()),
                        off.z() / (half.z() * half.z()))
                .unit();
    }

    /** Factor on its colour at a point: the weave of the cloth. */
    double texture(Vec p) {
        if (weave == 0) {
            return 1;
        }
        double threads = Math.sin(p.x() * 2.1 + Math.sin(p.y() * 0.3)) * Math.sin(p.y() * 2.3) * Math.sin(p.z() * 1.9);
        double folds = Math.sin(p.x() * 0.09 + 2 * Math.sin(p.y() * 0.05 + p.z() * 0.04));
        return 1 + weave * (0.5 * threads + 0.5 * folds);
    }
}
