package io.stipple.registration;

import io.stipple.model.PointPx;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Matches looked for again near where a map predicts them: among few candidates an ordinary descriptor is enough, so many
 * more are found than at first (guided matching, Hartley and Zisserman 2004, section 4.8).
 */
final class GuidedMatching {
    private final StartSettings settings;
    private final Features photo;
    private final double cellPx;
    private final int cols;
    private final int rows;
    private final float left;
    private final float top;
    /** Index of the first feature of each cell in {@link #sorted}; one more at the end. */
    private final int[] firstOf;

    private final int[] sorted;

    /** @param cellPx side of a cell of the look-up table, px of the photo: about the largest search radius */
    GuidedMatching(StartSettings settings, Features photo, double cellPx) {
        this.settings = settings;
        this.photo = photo;
        this.cellPx = cellPx;
        float right = 0;
        float bottom = 0;
        float minX = Float.MAX_VALUE;
        float minY = Float.MAX_VALUE;
        for (int k = 0; k < photo.count(); k++) {
            minX = Math.min(minX, photo.x(k));
            minY = Math.min(minY, photo.y(k));
            right = Math.max(right, photo.x(k));
            bottom = Math.max(bottom, photo.y(k));
        }
        this.left = minX;
        this.top = minY;
        this.cols = 1 + (int) Math.max(0, (right - minX) / cellPx);
        this.rows = 1 + (int) Math.max(0, (bottom - minY) / cellPx);
        this.firstOf = new int[cols * rows + 1];
        this.sorted = new int[photo.count()];
        int[] cellOf = new int[photo.count()];
        for (int k = 0; k < photo.count(); k++) {
            cellOf[k] = cols * (int) ((photo.y(k) - top) / cellPx) + (int) ((photo.x(k) - left) / cellPx);
            firstOf[cellOf[k] + 1]++;
        }
        for (int cell = 0; cell < cols * rows; cell++) {
            firstOf[cell + 1] += firstOf[cell];
        }
        int[] next = Arrays.copyOf(firstOf, cols * rows);
        for (int k = 0; k < photo.count(); k++) {
            sorted[next[cellOf[k]]++] = k;
        }
    }

    /**
     * For each feature of the reference its like near the prediction, at most one for each feature of the photo.
     *
     * @param radiusPx how far to look, px of the photo
     */
    List<Match> near(SplineSurface prediction, Features reference, double radiusPx) {
        int[] best = new int[reference.count()];
        int[] distance = new int[reference.count()];
        IntStream.range(0, reference.count())
                .parallel()
                .forEach(r -> best[r] = bestFor(prediction, reference, r, radiusPx, distance));
        int[] claimedBy = new int[photo.count()];
        Arrays.fill(claimedBy, -1);
        for (int r = 0; r < best.length; r++) {
            if (best[r] >= 0 && (claimedBy[best[r]] < 0 || distance[r] < distance[claimedBy[best[r]]])) {
                claimedBy[best[r]] = r;
            }
        }
        List<Match> matches = new ArrayList<>();
        for (int p = 0; p < claimedBy.length; p++) {
            if (claimedBy[p] >= 0) {
                matches.add(Match.of(reference, claimedBy[p], photo, p));
            }
        }
        return matches;
    }

    private int bestFor(SplineSurface prediction, Features reference, int r, double radiusPx, int[] distanceOut) {
        SplineSurface.Jet jet = prediction.at(reference.x(r), reference.y(r));
        double zoom = Math.log(Math.sqrt(Math.max(1e-6, Math.abs(jet.determinant()))) * reference.size(r));
        double turn = Features.turn(jet) + reference.angleRad(r);
        PointPx at = new PointPx(jet.x(), jet.y());
        double widest = Math.log(settings.poseZoom());
        int best = -1;
        int nearest = Integer.MAX_VALUE;
        int second = Integer.MAX_VALUE;
        for (int row = cell(at.y() - radiusPx - top, rows); row <= cell(at.y() + radiusPx - top, rows); row++) {
            int first = firstOf[row * cols + cell(at.x() - radiusPx - left, cols)];
            int last = firstOf[row * cols + cell(at.x() + radiusPx - left, cols) + 1];
            for (int s = first; s < last; s++) {
                int p = sorted[s];
                if (photo.kind(p) != reference.kind(r)
                        || Math.hypot(photo.x(p) - at.x(), photo.y(p) - at.y()) > radiusPx
                        || Math.abs(Math.log(photo.size(p)) - zoom) > widest
                        || Math.abs(Match.wrapped(photo.angleRad(p) - turn)) > settings.poseTurnRad()) {
                    continue;
                }
                int distance = reference.distance(r, photo, p);
                if (distance < nearest) {
                    second = best >= 0 && apart(best, p) ? nearest : second;
                    nearest = distance;
                    best = p;
                } else if (distance < second && apart(best, p)) {
                    second = distance;
                }
            }
        }
        distanceOut[r] = nearest;
        double ratio = settings.guidedRatio() * settings.guidedRatio();
        return nearest < settings.guidedDistance() && nearest < ratio * second ? best : -1;
    }

    private boolean apart(int one, int other) {
        return Math.hypot(photo.x(one) - photo.x(other), photo.y(one) - photo.y(other)) > photo.size(one) / 2;
    }

    private int cell(double offset, int cells) {
        return (int) Math.max(0, Math.min(cells - 1, Math.floor(offset / cellPx)));
    }
}
