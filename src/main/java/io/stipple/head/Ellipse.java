package io.stipple.head;

import io.stipple.model.Outline;
import io.stipple.model.PointPx;
import java.util.ArrayList;
import java.util.List;

/**
 * An ellipse in a photo.
 *
 * @param x centre, px
 * @param y centre, px
 * @param a semi-axis along {@code turnRad}, px
 * @param b semi-axis across it, px
 * @param turnRad direction of the first semi-axis, from x towards y
 */
record Ellipse(double x, double y, double a, double b, double turnRad) {
    private static final int CORNERS = 120;

    Ellipse {
        if (!(a > 0 && b > 0) || !Double.isFinite(x + y + a + b + turnRad)) {
            throw new IllegalArgumentException("ellipse at " + x + ", " + y + " px with semi-axes " + a + " and " + b
                    + " px: they must be above 0 px");
        }
    }

    double meanRadius() {
        return Math.sqrt(a * b);
    }

    /** How far outside (positive) or inside the ellipse each point lies, along the ray from the centre, px. */
    double[] signedDistances(List<PointPx> points) {
        double cos = Math.cos(turnRad);
        double sin = Math.sin(turnRad);
        double[] distances = new double[points.size()];
        for (int i = 0; i < distances.length; i++) {
            double dx = points.get(i).x() - x;
            double dy = points.get(i).y() - y;
            double rho = Math.hypot((dx * cos + dy * sin) / a, (dy * cos - dx * sin) / b);
            distances[i] = rho == 0 ? -Math.min(a, b) : Math.hypot(dx, dy) * (1 - 1 / rho);
        }
        return distances;
    }

    /** The ellipse as a polygon. */
    Outline polygon(String name) {
        List<PointPx> corners = new ArrayList<>(CORNERS);
        for (int i = 0; i < CORNERS; i++) {
            double angle = 2 * Math.PI * i / CORNERS;
            double u = a * Math.cos(angle);
            double v = b * Math.sin(angle);
            corners.add(new PointPx(
                    x + u * Math.cos(turnRad) - v * Math.sin(turnRad),
                    y + u * Math.sin(turnRad) + v * Math.cos(turnRad)));
        }
        return new Outline(name, corners);
    }
}
