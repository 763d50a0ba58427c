package io.stipple.phantom;

import io.stipple.model.PointPx;
import java.util.Optional;

/** Turns the map from reference to photo around, by Newton's method from the nearest node. */
final class ReferenceFinder {
    private static final int ROUNDS = 20;
    private static final double CLOSE_PX = 1e-4;

    private final PhotoTruth photo;

    ReferenceFinder(PhotoTruth photo) {
        this.photo = photo;
    }

    Optional<PointPx> find(double xPx, double yPx) {
        return find(xPx, yPx, nearestNode(xPx, yPx));
    }

    /** Starting from a guess. */
    Optional<PointPx> find(double xPx, double yPx, PointPx guess) {
        PointPx at = guess;
        for (int i = 0; i < ROUNDS; i++) {
            Optional<PointPx> landed = photo.referenceToPhoto(at.x(), at.y());
            Optional<PointPx> aside = photo.referenceToPhoto(at.x() + 1, at.y());
            Optional<PointPx> below = photo.referenceToPhoto(at.x(), at.y() + 1);
            if (landed.isEmpty() || aside.isEmpty() || below.isEmpty()) {
                return Optional.empty();
            }
            double dx = xPx - landed.get().x();
            double dy = yPx - landed.get().y();
            if (Math.hypot(dx, dy) < CLOSE_PX) {
                return Optional.of(at);
            }
            double a = aside.get().x() - landed.get().x();
            double b = below.get().x() - landed.get().x();
            double c = aside.get().y() - landed.get().y();
            double d = below.get().y() - landed.get().y();
            double determinant = a * d - b * c;
            at = new PointPx(at.x() + (d * dx - b * dy) / determinant, at.y() + (a * dy - c * dx) / determinant);
        }
        return Optional.empty();
    }

    private PointPx nearestNode(double xPx, double yPx) {
        TruthData.Grid g = photo.photo().map();
        double least = Double.MAX_VALUE;
        int best = 0;
        for (int k = 0; k < g.xMilliPx().length; k++) {
            if (g.xMilliPx()[k] == TruthData.NONE || g.cosine()[k] <= 0) {
                continue;
            }
            double distance = Math.hypot(g.xMilliPx()[k] / 1000.0 - xPx, g.yMilliPx()[k] / 1000.0 - yPx);
            if (distance < least) {
                least = distance;
                best = k;
            }
        }
        int column = best % g.columns();
        int row = best / g.columns();
        return new PointPx((double) column * g.stepPx(), (double) row * g.stepPx());
    }
}
