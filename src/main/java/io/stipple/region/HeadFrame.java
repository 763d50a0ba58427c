package io.stipple.region;

import io.stipple.model.Outline;
import io.stipple.model.PointPx;
import io.stipple.opencv.MatScope;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.imgproc.Imgproc;
import org.opencv.imgproc.Moments;

/**
 * The ellipse of a head as a frame for plates: the unit disc's y axis points up the plate, to the forehead in views from
 * above, to the crown in the others; its x axis to the plate's right.
 *
 * @param x centre, px
 * @param y centre, px
 * @param upX px to the right per unit up the plate
 * @param upY px down per unit up the plate
 * @param rightX px to the right per unit to the plate's right
 * @param rightY px down per unit to the plate's right
 */
record HeadFrame(double x, double y, double upX, double upY, double rightX, double rightY) {
    // Below this ratio of axes an ellipse is too round for its own direction to mean anything; then the photo's counts.
    private static final double TELLING_AXIS_RATIO = 1.06;

    /** The frame of the ellipse that has the outline's moments. */
    static HeadFrame of(Outline head, Front up) {
        try (MatScope mats = new MatScope()) {
            MatOfPoint2f points = mats.own(new MatOfPoint2f(
                    head.points().stream().map(p -> new Point(p.x(), p.y())).toArray(Point[]::new)));
            Moments moments = Imgproc.moments(points);
            if (moments.m00 == 0) {
                throw new OutlineException(head.name(), "encloses nothing");
            }
            // A filled ellipse has a quarter of its squared semi-axis as variance along it.
            double xx = moments.mu20 / moments.m00;
            double yy = moments.mu02 / moments.m00;
            double xy = moments.mu11 / moments.m00;
            double middle = (xx + yy) / 2;
            double spread = Math.hypot((xx - yy) / 2, xy);
            double longer = 2 * Math.sqrt(middle + spread);
            double shorter = 2 * Math.sqrt(middle - spread);
            double longerRad = 0.5 * Math.atan2(2 * xy, xx - yy);
            double cx = moments.m10 / moments.m00;
            double cy = moments.m01 / moments.m00;
            return along(cx, cy, longer, shorter, longerRad, upRad(up));
        }
    }

    private static HeadFrame along(
            double cx, double cy, double longer, double shorter, double longerRad, double upRad) {
        boolean telling = longer > TELLING_AXIS_RATIO * shorter;
        double fromUp = telling ? Math.IEEEremainder(longerRad - upRad, Math.PI) : 0;
        boolean longerIsUp = Math.abs(fromUp) <= Math.PI / 4;
        double upwards = longerIsUp ? upRad + fromUp : upRad + Math.IEEEremainder(fromUp - Math.PI / 2, Math.PI);
        double up = !telling ? Math.sqrt(longer * shorter) : longerIsUp ? longer : shorter;
        double across = !telling ? up : longerIsUp ? shorter : longer;
        // The plate's right is a quarter turn clockwise in the picture from its up, and y runs down.
        return new HeadFrame(
                cx,
                cy,
                up * Math.cos(upwards),
                up * Math.sin(upwards),
                -across * Math.sin(upwards),
                across * Math.cos(upwards));
    }

    private static double upRad(Front up) {
        return switch (up) {
            case UP -> -Math.PI / 2;
            case DOWN -> Math.PI / 2;
            case LEFT -> Math.PI;
            case RIGHT -> 0;
        };
    }

    /** An outline of the plate, in px of the photo. */
    Outline onPhoto(Outline onPlate) {
        return new Outline(
                onPlate.name(),
                onPlate.points().stream()
                        .map(p -> new PointPx(x + p.y() * upX + p.x() * rightX, y + p.y() * upY + p.x() * rightY))
                        .toList());
    }
}
