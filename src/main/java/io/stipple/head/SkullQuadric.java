package io.stipple.head;

import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import java.util.Optional;

/**
 * An ellipsoid in front of a camera that touches a cone of lines of sight all around.
 *
 * <p>All quadrics that touch a cone {@code K(X) = 0} along the plane {@code p·X = 1} are {@code K(X) + λ(p·X - 1)² = 0}
 * (Semple and Kneebone 1952). A line of sight d meets the near side where its depth is
 * {@code 1 / (p·d + √(-K(d)/λ))}.
 *
 * @param cone in whose axes {@code K = (x/tan1)² + (y/tan2)² - z²}
 * @param plane p in the cone's axes, 1/mm
 * @param rootLambda √λ, mm
 */
record SkullQuadric(Camera camera, SilhouetteCone cone, Vec3 plane, double rootLambda) implements ScalpGeometry {
    private static final double[] NEIGHBOURS = {-1, 0, 1};

    /**
     * The ellipsoid of a shape that fills a cone.
     *
     * @param nearestDepthMm depth of its nearest point below the camera's plane
     */
    static SkullQuadric inside(SilhouetteCone cone, Camera camera, double nearestDepthMm, SkullShape shape) {
        double tan = referenceTangent(cone, shape.reference());
        // With the touching plane at depth 1: bulge C and semi-axis A = C/bulge obey C²/A² = 1/(t²(λ - 1)).
        double lambda = 1 + 1 / (shape.bulge() * shape.bulge() * tan * tan);
        SkullQuadric unit =
                new SkullQuadric(camera, cone, new Vec3(shape.tilt1(), shape.tilt2(), 1), Math.sqrt(lambda));
        double size = nearestDepthMm / unit.nearestDepth();
        return new SkullQuadric(camera, cone, unit.plane.times(1 / size), unit.rootLambda * size);
    }

    private static double referenceTangent(SilhouetteCone cone, SkullShape.Reference reference) {
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
        return facet(xPx, yPx).filter(Facet::seen).map(facet -> facet.frame(camera.focalPx()));
    }

    /** The near side behind a pixel; empty outside the outline. */
    Optional<Facet> facet(double xPx, double yPx) {
        Vec3 ray = camera.ray(xPx, yPx);
        Vec3 inCone = inCone(ray);
        double inside = inside(inCone);
        if (inside <= 0) {
            return Optional.empty();
        }
        double root = Math.sqrt(inside);
        double depthMm = 1 / (plane.dot(inCone) + root / rootLambda);
        // Half the quadric's gradient, K·X + λ(p·X - 1)p, with p·X - 1 = -√(-K)/√λ on the near side.
        double share = -rootLambda * root * depthMm;
        Vec3 outward = new Vec3(
                inCone.x() * depthMm / (cone.tan1() * cone.tan1()) + share * plane.x(),
                inCone.y() * depthMm / (cone.tan2() * cone.tan2()) + share * plane.y(),
                -inCone.z() * depthMm + share * plane.z());
        Vec3 normal = cone.across1()
                .times(outward.x())
                .plus(cone.across2().times(outward.y()))
                .plus(cone.axis().times(outward.z()))
                .unit();
        return Optional.of(new Facet(ray, depthMm, normal));
    }

    /** Depth below the camera's plane of the near side in a direction of the cone's axes; for directions inside it. */
    private double depth(Vec3 inCone) {
        double inside = inside(inCone);
        double cameraDepth = cone.across1().z() * inCone.x()
                + cone.across2().z() * inCone.y()
                + cone.axis().z() * inCone.z();
        return inside <= 0 ? Double.MAX_VALUE : cameraDepth / (plane.dot(inCone) + Math.sqrt(inside) / rootLambda);
    }

    private double nearestDepth() {
        return depth(nearest());
    }

    /** The line of sight, with z = 1, through the point nearest to the camera's plane. */
    Vec3 nearestRay() {
        Vec3 at = nearest();
        Vec3 direction = cone.across1()
                .times(at.x())
                .plus(cone.across2().times(at.y()))
                .plus(cone.axis().times(at.z()));
        return direction.times(1 / direction.z());
    }

    // The depth has one minimum; steps that halve find it to a millionth of the cone's opening.
    private Vec3 nearest() {
        double x = 0;
        double y = 0;
        double best = depth(new Vec3(0, 0, 1));
        for (double step = 0.25; step > 1e-6; step /= 2) {
            boolean moved = true;
            while (moved) {
                moved = false;
                for (double dx : NEIGHBOURS) {
                    for (double dy : NEIGHBOURS) {
                        double tryX = x + dx * step * cone.tan1();
                        double tryY = y + dy * step * cone.tan2();
                        double depth = depth(new Vec3(tryX, tryY, 1));
                        if (depth < best) {
                            best = depth;
                            x = tryX;
                            y = tryY;
                            moved = true;
                        }
                    }
                }
            }
        }
        return new Vec3(x, y, 1);
    }

    private Vec3 inCone(Vec3 ray) {
        return new Vec3(
                cone.across1().dot(ray), cone.across2().dot(ray), cone.axis().dot(ray));
    }

    /** -K: above 0 for directions inside the cone. */
    private double inside(Vec3 d) {
        double u = d.x() / cone.tan1();
        double v = d.y() / cone.tan2();
        return d.z() * d.z() - u * u - v * v;
    }
}
