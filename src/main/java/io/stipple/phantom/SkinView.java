package io.stipple.phantom;

/** The skin of one head, stretched as it is in one photo, seen by that photo's camera: skin at rest to pixel and back. */
final class SkinView {
    private final HeadSurface head;
    private final SkinStretch stretch;
    private final Camera camera;
    private final Vec pinhole;

    SkinView(HeadSurface head, SkinStretch stretch, Camera camera) {
        this.head = head;
        this.stretch = stretch;
        this.camera = camera;
        this.pinhole = camera.pinhole();
    }

    Camera camera() {
        return camera;
    }

    HeadSurface head() {
        return head;
    }

    /** Where the skin that rests at the unit direction {@code rest} appears, with its tangent frame. */
    SkinPoint project(Vec rest) {
        Vec direction = stretch.displace(rest);
        Vec point = head.point(direction);
        Vec normal = head.normal(direction);
        Vec sight = pinhole.minus(point);
        double cosine = normal.dot(sight) / sight.length();
        Vec u = normal.anyAcross();
        Vec v = normal.cross(u);
        Vec at = camera.toCamera(point);
        double x = camera.xPx(at);
        double y = camera.yPx(at);
        return new SkinPoint(x, y, cosine, at.z(), xSlope(at, u), xSlope(at, v), ySlope(at, u), ySlope(at, v));
    }

    /** Pixel of a point lifted off the skin at {@code rest}: {@code offset} mm along {@code lean}, in the head frame. */
    double[] projectLifted(Vec rest, Vec lean, double offset) {
        Vec at = camera.toCamera(head.point(stretch.displace(rest)).plus(lean.times(offset)));
        return new double[] {camera.xPx(at), camera.yPx(at)};
    }

    /** Outward normal of the skin that rests at {@code rest}, as it now lies. */
    Vec normal(Vec rest) {
        return head.normal(stretch.displace(rest));
    }

    /** Distance along the pixel's ray to the skin; negative where the ray misses it, by that many mm. */
    double hit(double xPx, double yPx) {
        return head.hit(pinhole, camera.ray(xPx, yPx));
    }

    /** The point of the head seen at the pixel, given what {@link #hit} returned for it. */
    Vec pointAt(double xPx, double yPx, double hit) {
        return pinhole.plus(camera.ray(xPx, yPx).times(hit));
    }

    /** Direction at which the skin that now lies at {@code point} rests. */
    Vec rest(Vec point) {
        return stretch.undo(point.unit());
    }

    Vec pinhole() {
        return pinhole;
    }

    private double xSlope(Vec at, Vec direction) {
        double dx = camera.right().dot(direction);
        double dz = camera.forward().dot(direction);
        return camera.focalPx() * (dx - at.x() / at.z() * dz) / at.z();
    }

    private double ySlope(Vec at, Vec direction) {
        double dy = camera.down().dot(direction);
        double dz = camera.forward().dot(direction);
        return camera.focalPx() * (dy - at.y() / at.z() * dz) / at.z();
    }
}
