package io.stipple.registration;

import io.stipple.model.PointPx;
import io.stipple.opencv.MatScope;
import java.util.List;
import java.util.Optional;
import org.opencv.calib3d.Calib3d;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;

/**
 * The plane that matches agree on within a generous distance, by MAGSAC++ (Barath et al. 2020, CVPR): a head is no plane, so
 * it serves as a start only.
 */
final class LooseHomography {
    private static final int MOST_ROUNDS = 4000;
    private static final double CONFIDENCE = 0.9999;

    private LooseHomography() {}

    /** The map from reference to photo, or empty where none holds four matches. */
    static Optional<Plane> of(List<Match> matches, double tolerancePx) {
        if (matches.size() < 4) {
            return Optional.empty();
        }
        try (MatScope mats = new MatScope()) {
            MatOfPoint2f reference = mats.own(new MatOfPoint2f(
                    matches.stream().map(m -> new Point(m.xRef(), m.yRef())).toArray(Point[]::new)));
            MatOfPoint2f photo = mats.own(new MatOfPoint2f(
                    matches.stream().map(m -> new Point(m.xPhoto(), m.yPhoto())).toArray(Point[]::new)));
            Mat inliers = mats.mat();
            // Four pairs by hand leave no choice; sampling would only refuse them.
            Mat found = matches.size() == 4
                    ? mats.own(Calib3d.findHomography(reference, photo))
                    : mats.own(Calib3d.findHomography(
                            reference, photo, Calib3d.USAC_MAGSAC, tolerancePx, inliers, MOST_ROUNDS, CONFIDENCE));
            if (found.empty()) {
                return Optional.empty();
            }
            double[] h = new double[9];
            found.get(0, 0, h);
            return Optional.of(new Plane(h));
        }
    }

    /** A homography, row by row. */
    static final class Plane {
        private final double[] h;

        private Plane(double[] h) {
            this.h = h;
        }

        PointPx at(double x, double y) {
            double w = h[6] * x + h[7] * y + h[8];
            return new PointPx((h[0] * x + h[1] * y + h[2]) / w, (h[3] * x + h[4] * y + h[5]) / w);
        }

        /** Whether it keeps orientation and a sane scale at a point. */
        boolean sane(double x, double y, double widestZoom) {
            double w = h[6] * x + h[7] * y + h[8];
            if (!(w / h[8] > 0.2)) {
                return false;
            }
            PointPx at = at(x, y);
            PointPx right = at(x + 1, y);
            PointPx below = at(x, y + 1);
            double area = (right.x() - at.x()) * (below.y() - at.y()) - (below.x() - at.x()) * (right.y() - at.y());
            return area > 1 / (widestZoom * widestZoom) && area < widestZoom * widestZoom;
        }
    }
}
