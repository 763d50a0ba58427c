package io.stipple.phantom;

/**
 * An ellipsoid of the body or of what is worn, its axes along those of the head frame, perhaps cut by a plane.
 *
 * @param centre mm
 * @param half half axes, mm
 * @param rgb linear colour; empty for the person's skin
 * @param weave depth of its cloth's texture, 0 for none
 * @param cut direction of the side that is there; zero where nothing is cut off
 * @param cutAt mm along {@code cut} where the cut lies
 */
@SuppressWarnings("ArrayRecordComponent") // stays inside this room and is never compared
record BodyPart(Vec centre, Vec half, double[] rgb, double weave, Vec cut, double cutAt) {
    private static final Vec UNCUT = new Vec(0, 0, 0);

    static BodyPart skin(Vec centre, Vec half) {
        return new BodyPart(centre, half, new double[0], 0, UNCUT, -1);
    }

    static BodyPart cloth(Vec centre, Vec half, double[] rgb, double weave) {
        return new BodyPart(centre, half, rgb, weave, UNCUT, -1);
    }

    /** The same, kept only where {@code side} · point is above {@code atMm}. */
    BodyPart cutTo(Vec side, double atMm) {
        return new BodyPart(centre, half, rgb, weave, side, atMm);
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
        if (under < 0) {
            return Double.NaN;
        }
        double near = (-b - Math.sqrt(under)) / a;
        return cut.dot(origin.plus(ray.times(near))) > cutAt ? near : Double.NaN;
    }

    Vec normal(Vec point) {
        Vec off = point.minus(centre);
        return new Vec(
                        off.x() / (half.x() * half.x()),
                        off.y() / (half.y() * half.y()),
                        off.z() / (half.z() * half.z()))
                .unit();
    }

    /** Factor on its colour at a point: the weave of the cloth and its folds. */
    double texture(Vec p) {
        if (weave == 0) {
            return 1;
        }
        double threads = Math.sin(p.x() * 2.1 + Math.sin(p.y() * 0.3)) * Math.sin(p.y() * 2.3) * Math.sin(p.z() * 1.9);
        double folds = Math.sin(p.x() * 0.09 + 2 * Math.sin(p.y() * 0.05 + p.z() * 0.04));
        return 1 + weave * (0.5 * threads + 0.5 * folds);
    }

    /** Columns and rows it can appear in: left, top, right, bottom, px; everything where it is near the camera. */
    double[] boxPx(Camera camera) {
        double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (int corner = 0; corner < 8; corner++) {
            Vec at = centre.plus(new Vec(
                    (corner & 1) == 0 ? half.x() : -half.x(),
                    (corner & 2) == 0 ? half.y() : -half.y(),
                    (corner & 4) == 0 ? half.z() : -half.z()));
            Vec seen = camera.toCamera(at);
            if (seen.z() < 20) {
                return new double[] {0, 0, camera.widthPx(), camera.heightPx()};
            }
            box[0] = Math.min(box[0], camera.xPx(seen));
            box[1] = Math.min(box[1], camera.yPx(seen));
            box[2] = Math.max(box[2], camera.xPx(seen));
            box[3] = Math.max(box[3], camera.yPx(seen));
        }
        return box;
    }
}
