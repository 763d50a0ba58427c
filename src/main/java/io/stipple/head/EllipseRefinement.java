package io.stipple.head;

import io.stipple.model.PointPx;
import java.util.List;

/**
 * Moves an ellipse onto points by Gauss–Newton on the distance along the ray from its centre, each point weighted after
 * Geman and McClure (1985), so that what is not on the ellipse loses its pull as the scale shrinks (graduated
 * non-convexity, Blake and Zisserman 1987).
 */
final class EllipseRefinement {
    private static final int PARAMETERS = 5;

    private EllipseRefinement() {}

    /**
     * @param coarsePx scale of the weights at the start, px
     * @param finePx at the end, px
     */
    static Ellipse refine(Ellipse start, List<PointPx> points, double coarsePx, double finePx, int iterations) {
        Ellipse now = start;
        for (int i = 0; i < iterations; i++) {
            double share = Math.min(1, i / (0.6 * iterations));
            double scale = coarsePx * Math.pow(finePx / coarsePx, share);
            now = step(now, points, scale);
        }
        return now;
    }

    private static Ellipse step(Ellipse ellipse, List<PointPx> points, double scale) {
        double[][] normal = new double[PARAMETERS][PARAMETERS];
        double[] right = new double[PARAMETERS];
        double[] base = parameters(ellipse);
        double[] nudge = {0.5, 0.5, 0.5, 0.5, 0.5 / ellipse.meanRadius()};
        Ellipse[] nudged = new Ellipse[PARAMETERS];
        for (int k = 0; k < PARAMETERS; k++) {
            double[] moved = base.clone();
            moved[k] += nudge[k];
            nudged[k] = of(moved);
        }
        double[] residuals = ellipse.signedDistances(points);
        double[][] shifted = new double[PARAMETERS][];
        for (int k = 0; k < PARAMETERS; k++) {
            shifted[k] = nudged[k].signedDistances(points);
        }
        double[] slope = new double[PARAMETERS];
        for (int i = 0; i < residuals.length; i++) {
            double residual = residuals[i];
            double ratio = residual / scale;
            double weight = 1 / ((1 + ratio * ratio) * (1 + ratio * ratio));
            for (int k = 0; k < PARAMETERS; k++) {
                slope[k] = (shifted[k][i] - residual) / nudge[k];
            }
            for (int k = 0; k < PARAMETERS; k++) {
                right[k] -= weight * slope[k] * residual;
                for (int l = 0; l < PARAMETERS; l++) {
                    normal[k][l] += weight * slope[k] * slope[l];
                }
            }
        }
        return moved(ellipse, base, damped(normal), right);
    }

    // A circle has no direction and a short arc no centre: a light damping keeps such parameters where they are.
    private static double[][] damped(double[][] normal) {
        for (int k = 0; k < PARAMETERS; k++) {
            normal[k][k] = normal[k][k] * 1.001 + 1e-9;
        }
        return normal;
    }

    private static Ellipse moved(Ellipse ellipse, double[] base, double[][] normal, double[] right) {
        double[] change = LinearEquations.solve(normal, right);
        double limit = 0.1 * ellipse.meanRadius();
        for (int k = 0; k < PARAMETERS; k++) {
            double most = k == PARAMETERS - 1 ? 0.1 : limit;
            base[k] += Math.max(-most, Math.min(most, change[k]));
        }
        return base[2] > 0 && base[3] > 0 ? of(base) : ellipse;
    }

    private static double[] parameters(Ellipse e) {
        return new double[] {e.x(), e.y(), e.a(), e.b(), e.turnRad()};
    }

    private static Ellipse of(double[] p) {
        return new Ellipse(p[0], p[1], p[2], p[3], p[4]);
    }
}
