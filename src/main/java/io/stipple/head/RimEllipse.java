package io.stipple.head;

import io.stipple.model.PointPx;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.RotatedRect;
import org.opencv.imgproc.Imgproc;

/**
 * Fits an ellipse to the skull's part of a silhouette, whatever neck, ears and cape do to the rest.
 *
 * <p>Random samples of rim points give ellipses by Fitzgibbon, Pilu and Fisher's direct method (IEEE PAMI 1999); the one
 * that most points agree with (MSAC, Torr and Zisserman 2000) is refined by a Gauss–Newton with Geman–McClure weights
 * under a shrinking scale.
 */
final class RimEllipse {
    // Six points determine five parameters with one to spare; 300 draws find an all-inlier sample of 6 with
    // probability 0.99 when half of the rim is skull.
    private static final int SAMPLE = 6;
    private static final int DRAWS = 300;
    private static final long SEED = 20260110;
    // A skull's cephalic index lies within 65..100 %, and a slanted view only rounds it.
    private static final double LONGEST_AXIS_RATIO = 1.75;
    // The skull against the whole silhouette: with face and neck it is the smaller part, cut off by the frame the
    // whole.
    private static final double SMALLEST_SHARE = 0.55;
    private static final double LARGEST_SHARE = 2.5;
    private static final double COARSE_SHARE = 0.03;
    private static final double FINE_SHARE = 0.012;
    private static final int FEWEST_POINTS = 24;
    private static final int MOST_POINTS = 240;
    private static final int REFINEMENTS = 24;

    private RimEllipse() {}

    /**
     * The ellipse, or empty where the rim is too short or no ellipse of a skull's proportions follows it.
     *
     * @param rim points of the silhouette that are the head's own
     * @param radiusPx of the disc with the silhouette's area
     */
    static Optional<Ellipse> fit(List<PointPx> rim, double radiusPx, SkullView view) {
        List<PointPx> points = thinned(view.faceBelow() ? upperPart(rim) : rim);
        if (points.size() < FEWEST_POINTS) {
            return Optional.empty();
        }
        return best(points, radiusPx)
                .map(start -> EllipseRefinement.refine(
                        start, points, COARSE_SHARE * radiusPx, FINE_SHARE * radiusPx, REFINEMENTS))
                .filter(ellipse -> isSkull(ellipse, radiusPx));
    }

    private static Optional<Ellipse> best(List<PointPx> points, double radiusPx) {
        Random random = new Random(SEED);
        Ellipse best = null;
        double bestCost = Double.MAX_VALUE;
        for (int draw = 0; draw < DRAWS; draw++) {
            Point[] sample = random.ints(SAMPLE, 0, points.size())
                    .mapToObj(i -> new Point(points.get(i).x(), points.get(i).y()))
                    .toArray(Point[]::new);
            Optional<Ellipse> through = through(sample).filter(ellipse -> isSkull(ellipse, radiusPx));
            if (through.isPresent()) {
                double cost = cost(through.get(), points, COARSE_SHARE * radiusPx);
                if (cost < bestCost) {
                    bestCost = cost;
                    best = through.get();
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static Optional<Ellipse> through(Point[] sample) {
        MatOfPoint2f mat = new MatOfPoint2f(sample);
        try {
            RotatedRect rect = Imgproc.fitEllipseDirect(mat);
            double a = rect.size.width / 2;
            double b = rect.size.height / 2;
            return a > 0 && b > 0 && Double.isFinite(a + b + rect.center.x + rect.center.y)
                    ? Optional.of(new Ellipse(rect.center.x, rect.center.y, a, b, Math.toRadians(rect.angle)))
                    : Optional.empty();
        } finally {
            mat.release();
        }
    }

    private static boolean isSkull(Ellipse ellipse, double radiusPx) {
        double share = ellipse.meanRadius() / radiusPx;
        return Math.max(ellipse.a(), ellipse.b()) / Math.min(ellipse.a(), ellipse.b()) < LONGEST_AXIS_RATIO
                && share > SMALLEST_SHARE
                && share < LARGEST_SHARE;
    }

    private static double cost(Ellipse ellipse, List<PointPx> points, double reachPx) {
        double cost = 0;
        for (double distance : ellipse.signedDistances(points)) {
            double share = distance / reachPx;
            cost += Math.min(1, share * share);
        }
        return cost;
    }

    // Seen from the front, back or side the skull's widest level lies about halfway from crown to chin; below it are
    // jaw and neck, which follow another curve.
    private static List<PointPx> upperPart(List<PointPx> rim) {
        double top = rim.stream().mapToDouble(PointPx::y).min().orElse(0);
        double left = rim.stream().mapToDouble(PointPx::x).min().orElse(0);
        double right = rim.stream().mapToDouble(PointPx::x).max().orElse(0);
        double lowest = top + 0.55 * (right - left);
        return rim.stream().filter(p -> p.y() <= lowest).toList();
    }

    private static List<PointPx> thinned(List<PointPx> points) {
        int step = Math.max(1, points.size() / MOST_POINTS);
        return IntStream.range(0, points.size())
                .filter(i -> i % step == 0)
                .mapToObj(points::get)
                .toList();
    }
}
