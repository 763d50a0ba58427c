package io.stipple.scale;

import io.stipple.model.Outline;
import io.stipple.opencv.MatScope;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.imgproc.Imgproc;
import org.opencv.imgproc.Moments;

/**
 * The ellipse with the same area moments as an outline: exact for an ellipse, and for a head within its deviation from
 * one.
 *
 * @param longerPx semi-axis, px
 * @param shorterPx semi-axis, px
 * @param longerIsLevel whether the longer one lies closer to the photo's x than to its y
 */
record OutlineAxes(double longerPx, double shorterPx, boolean longerIsLevel) {
    static OutlineAxes of(Outline outline) {
        try (MatScope mats = new MatScope()) {
            MatOfPoint2f points = mats.own(new MatOfPoint2f(
                    outline.points().stream().map(p -> new Point(p.x(), p.y())).toArray(Point[]::new)));
            Moments moments = Imgproc.moments(points);
            if (moments.m00 == 0) {
                throw new IllegalArgumentException("outline " + outline.name() + " encloses nothing");
            }
            // A filled ellipse has a quarter of its squared semi-axis as variance along it.
            double xx = moments.mu20 / moments.m00;
            double yy = moments.mu02 / moments.m00;
            double xy = moments.mu11 / moments.m00;
            double middle = (xx + yy) / 2;
            double spread = Math.hypot((xx - yy) / 2, xy);
            return new OutlineAxes(2 * Math.sqrt(middle + spread), 2 * Math.sqrt(middle - spread), xx >= yy);
        }
    }

    double levelPx() {
        return longerIsLevel ? longerPx : shorterPx;
    }

    double uprightPx() {
        return longerIsLevel ? shorterPx : longerPx;
    }
}
