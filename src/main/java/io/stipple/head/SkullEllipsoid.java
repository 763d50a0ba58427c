package io.stipple.head;

import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import java.util.Optional;

/**
 * An ellipsoid in front of a camera that touches a cone of lines of sight all around.
 *
 * @param cone its axes are the ellipsoid's
 * @param semi1Mm semi-axis along the cone's first cross axis
 * @param semi2Mm along the second
 * @param bulgeMm along the cone's own axis
 * @param centreMm distance of the centre from the camera
 */
record SkullEllipsoid(
        Camera camera, SilhouetteCone cone, double semi1Mm, double semi2Mm, double bulgeMm, double centreMm)
        implements ScalpGeometry {
    // A grazing line of sight: nothing can be seen there, and the frame is about to degenerate.
    private static final double GRAZING_COSINE = 0.03;

    /**
     * The ellipsoid that fills a cone.
     *
     * @param nearestDepthMm depth of the nearest point below the camera's plane
     */
    static SkullEllipsoid inside(
            SilhouetteCone cone, Camera camera, double nearestDepthMm, SkullProportions proportions) {
        double tan = referenceTangent(cone, proportions.reference());
        // The depth is measured along the camera's axis, the ellipsoid along the cone's.
        double nearest = nearestDepthMm / cone.axis().z();
        // A² = t²((n + kA)² - (kA)²) = t²(n² + 2nkA), with nearest distance n and bulge kA.
        double half = tan * tan * nearest * proportions.bulge();
        double reference = half + Math.sqrt(half * half + tan * tan * nearest * nearest);
        double bulge = proportions.bulge() * reference;
        double centre = nearest + bulge;
        double toRim = Math.sqrt(centre * centre - bulge * bulge);
        return new SkullEllipsoid(camera, cone, cone.tan1() * toRim, cone.tan2() * toRim, bulge, centre);
    }

    private static double referenceTangent(SilhouetteCone cone, SkullProportions.Reference reference) {
        return switch (reference) {
            case SHORTER -> Math.min(cone.tan1(), cone.tan2());
            case LEVEL -> {
                boolean firstIsLevel =
                        Math.abs(cone.across1().x()) >= Math.abs(cone.across2().x());
                yield firstIsLevel ? cone.tan1() : cone.tan2();
            }
        };
    }

    @Override
    public Optional<ScalpFrame> at(double xPx, double yPx) {
        Vec3 ray = camera.ray(xPx, yPx);
        // In units of the semi-axes the ellipsoid is a unit ball around (0, 0, middle).
        double e1 = cone.across1().dot(ray) / semi1Mm;
        double e2 = cone.across2().dot(ray) / semi2Mm;
        double e3 = cone.axis().dot(ray) / bulgeMm;
        double middle = centreMm / bulgeMm;
        double square = e1 * e1 + e2 * e2 + e3 * e3;
        double discriminant = e3 * e3 * middle * middle - square * (middle * middle - 1);
        if (discriminant <= 0) {
            return Optional.empty();
        }
        double depthMm = (e3 * middle - Math.sqrt(discriminant)) / square;
        Vec3 normal = cone.across1()
                .times(e1 * depthMm / semi1Mm)
                .plus(cone.across2().times(e2 * depthMm / semi2Mm))
                .plus(cone.axis().times((e3 * depthMm - middle) / bulgeMm))
                .unit();
        return -normal.dot(ray.unit()) < GRAZING_COSINE
                ? Optional.empty()
                : Optional.of(frame(ray, camera.focalPx() / depthMm, normal));
    }

    // Two unit steps in the tangent plane, the first level with the picture's x, seen through the pinhole.
    private static ScalpFrame frame(Vec3 ray, double pxPerMm, Vec3 normal) {
        Vec3 first = Math.hypot(normal.x(), normal.z()) > 0
                ? new Vec3(-normal.z(), 0, normal.x()).unit()
                : new Vec3(1, 0, 0);
        Vec3 second = normal.cross(first);
        return new ScalpFrame(
                pxPerMm * (first.x() - ray.x() * first.z()),
                pxPerMm * (second.x() - ray.x() * second.z()),
                pxPerMm * (first.y() - ray.y() * first.z()),
                pxPerMm * (second.y() - ray.y() * second.z()));
    }
}
