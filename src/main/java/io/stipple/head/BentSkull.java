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
    /** Up to bumps of 4 cm; finer ones would follow the noise of single dots. */
    static final int TERMS = Legendre.products(LOWEST);

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

    /** How far right of the outline's middle a line of sight lies, in its larger half width. */
    double acrossX(Vec3 ray) {
        Vec3 axis = base.cone().axis();
        return (ray.x() - axis.x() / axis.z()) / base.cone().reach();
    }

    /** How far below it. */
    double acrossY(Vec3 ray) {
        Vec3 axis = base.cone().axis();
        return (ray.y() - axis.y() / axis.z()) / base.cone().reach();
    }

    /** Value of the polynomial and its slopes by the x and y of a line of sight. */
    private double[] bendAt(Vec3 ray) {
        double reach = base.cone().reach();
        double s = acrossX(ray);
        double t = acrossY(ray);
        double[] sum = new double[3];
        int term = 0;
        for (int order = LOWEST; order <= Legendre.HIGHEST; order++) {
            for (int i = 0; i <= order; i++) {
                double weight = bend[term++];
                sum[0] += weight * Legendre.value(i, s) * Legendre.value(order - i, t);
                sum[1] += weight * Legendre.slope(i, s) * Legendre.value(order - i, t) / reach;
                sum[2] += weight * Legendre.value(i, s) * Legendre.slope(order - i, t) / reach;
            }
        }
        return sum;
    }
}
