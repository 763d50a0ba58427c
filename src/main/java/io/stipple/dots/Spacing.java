package io.stipple.dots;

import io.stipple.model.Dot;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * How dots stand to each other.
 *
 * @param dots whose nearest neighbour is known for certain
 * @param nearestMm their mean distance to the nearest neighbour, mm
 * @param clarkEvans R of Clark and Evans (1954): below 1 clustered, 1 random, above 1 regular
 */
public record Spacing(int dots, double nearestMm, double clarkEvans) {
    private static final int LEAST_DOTS = 10;
    private static final int DIRECTIONS = 16;

    /**
     * Spacing of a region's dots, or empty where fewer than ten have their nearest neighbour for certain.
     *
     * <p>Border guard: a dot counts only when the circle to its nearest neighbour lies inside the region, since a nearer
     * one may stand outside. Dropping those dots favours short distances, so the counted ones are weighted by the inverse
     * of the share of directions' room: here simply by comparing with the distance that randomness gives at the region's
     * density.
     *
     * @param dots of the region
     * @param inside whether a place of the photo, x and y px, belongs to the region
     * @param densityPerMm2 dots per mm² of the region's scalp
     * @param geometry of the photo
     */
    public static Optional<Spacing> of(
            List<Dot> dots, BiPredicate<Double, Double> inside, double densityPerMm2, ScalpGeometry geometry) {
        if (dots.size() < LEAST_DOTS || !(densityPerMm2 > 0)) {
            return Optional.empty();
        }
        double expected = 0.5 / Math.sqrt(densityPerMm2);
        // A guard strip as wide as nearly all nearest-neighbour distances: its width is the same for every dot, so that
        // no distance is favoured.
        double guardMm = 2 * expected;
        List<PointPx> places = dots.stream().map(Dot::centre).toList();
        double cell = Math.max(
                2,
                expected
                        * geometry.at(places.get(0).x(), places.get(0).y())
                                .map(ScalpFrame::pxPerMm)
                                .orElse(10.0));
        var grid = new PointGrid(cell, places);
        double sum = 0;
        int counted = 0;
        for (PointPx p : places) {
            Optional<ScalpFrame> frame = geometry.at(p.x(), p.y());
            if (frame.isEmpty() || !guarded(p, frame.get(), guardMm, inside)) {
                continue;
            }
            double nearest = nearestMm(p, grid, frame.get(), guardMm);
            if (Double.isFinite(nearest)) {
                sum += nearest;
                counted++;
            }
        }
        return counted < LEAST_DOTS
                ? Optional.empty()
                : Optional.of(new Spacing(counted, sum / counted, sum / counted / expected));
    }

    /** Mean distance that dots strewn at random would have, mm: {@code 0.5 / √density} (Clark and Evans 1954). */
    public static double randomNearestMm(double densityPerMm2) {
        return 0.5 / Math.sqrt(densityPerMm2);
    }

    private static boolean guarded(PointPx p, ScalpFrame frame, double guardMm, BiPredicate<Double, Double> inside) {
        for (int i = 0; i < DIRECTIONS; i++) {
            double angle = 2 * Math.PI * i / DIRECTIONS;
            double u = guardMm * Math.cos(angle);
            double v = guardMm * Math.sin(angle);
            if (!inside.test(
                    p.x() + frame.xPerU() * u + frame.xPerV() * v, p.y() + frame.yPerU() * u + frame.yPerV() * v)) {
                return false;
            }
        }
        return true;
    }

    private static double nearestMm(PointPx p, PointGrid grid, ScalpFrame frame, double guardMm) {
        double[] nearest = {Double.POSITIVE_INFINITY};
        for (double reach = guardMm; ; reach *= 2) {
            double mm = reach;
            grid.within(p.x(), p.y(), mm * frame.pxPerMm(), i -> {
                PointPx other = grid.point(i);
                double distance = frame.mmOf(other.x() - p.x(), other.y() - p.y());
                if (distance > 0 && distance < nearest[0]) {
                    nearest[0] = distance;
                }
            });
            if (nearest[0] <= mm || reach > 16 * guardMm) {
                return nearest[0];
            }
        }
    }
}
