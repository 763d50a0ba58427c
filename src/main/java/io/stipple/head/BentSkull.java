package io.stipple.head;

import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import java.util.Optional;

/**
 * An ellipsoid with gentle bumps: the logarithm of its depth plus Legendre polynomials of orders 2 to 4 over the outline.
 * No head is an ellipsoid; foreheads are steeper and crowns flatter, by 5 to 10 % of area where the scalp is slanted.
 */
final class BentSkull implements ScalpGeometry {
    private static final int LOWEST = 2; // order 1 is the ellipsoid's tilt
    private static final int HIGHEST = 4; // bumps of 4 cm; finer ones would follow the noise of single dots
    static final int TERMS = 12;

    private final SkullQuadric base;
    private final double[] bend;
    private final double levelAtNearest;

    /**
     * Bends an ellipsoid; its nearest point keeps its depth, which the scale has fixed.
     *
     * @param bend weight of each term in the logarithm of depth, {@link #TERMS} of them
     */
    BentSkull(SkullQuadric base, double[] bend) {
        this.base = base;
        this.bend = bend.clone();
        this.levelAtNearest = bendAt(base.nearestRay())[0];
    }

    /** The order of each term's polynomial. */
    static int order(int term) {
        return term < 3 ? 2 : term < 7 ? 3 : 4;
    }

    @Override
    public Optional<ScalpFrame> at(double xPx, double yPx) {
        return facet(xPx, yPx)
                .filter(Facet::seen)
                .map(facet -> facet.frame(base.camera().focalPx()));
    }

    /** The surface behind a pixel; empty outside the outline. */
    Optional<Facet> facet(double xPx, double yPx) {
        return base.facet(xPx, yPx).map(this::bent);
    }

    private Facet bent(Facet facet) {
        Vec3 ray = facet.ray();
        double[] log = bendAt(ray);
        // The point is depth · ray; on the ellipsoid its steps along x and y lie across the normal, which gives the
        // slopes of the logarithm of depth.
        double along = facet.normal().dot(ray);
        Vec3 byX = ray.times(log[1] - facet.normal().x() / along).plus(new Vec3(1, 0, 0));
        Vec3 byY = ray.times(log[2] - facet.normal().y() / along).plus(new Vec3(0, 1, 0));
        Vec3 normal = byX.cross(byY).unit();
        return new Facet(
                ray,
                facet.depthMm() * Math.exp(log[0] - levelAtNearest),
                normal.dot(ray) > 0 ? normal.times(-1) : normal);
    }

    /** Value of the polynomial and its slopes by the x and y of a line of sight. */
    private double[] bendAt(Vec3 ray) {
        SilhouetteCone cone = base.cone();
        Vec3 axis = cone.axis();
        double reach = Math.max(cone.tan1(), cone.tan2());
        double s = (ray.x() - axis.x() / axis.z()) / reach;
        double t = (ray.y() - axis.y() / axis.z()) / reach;
        double[] sum = new double[3];
        int term = 0;
        for (int order = LOWEST; order <= HIGHEST; order++) {
            for (int i = 0; i <= order; i++) {
                double weight = bend[term++];
                sum[0] += weight * legendre(i, s) * legendre(order - i, t);
                sum[1] += weight * slope(i, s) * legendre(order - i, t) / reach;
                sum[2] += weight * legendre(i, s) * slope(order - i, t) / reach;
            }
        }
        return sum;
    }

    private static double legendre(int order, double x) {
        return switch (order) {
            case 0 -> 1;
            case 1 -> x;
            case 2 -> (3 * x * x - 1) / 2;
            case 3 -> (5 * x * x - 3) * x / 2;
            default -> ((35 * x * x - 30) * x * x + 3) / 8;
        };
    }

    private static double slope(int order, double x) {
        return switch (order) {
            case 0 -> 0;
            case 1 -> 1;
            case 2 -> 3 * x;
            case 3 -> (15 * x * x - 3) / 2;
            default -> (35 * x * x - 15) * x / 2;
        };
    }
}
