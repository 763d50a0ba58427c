package io.stipple.dots;

import io.stipple.model.Dot;
import io.stipple.opencv.Mask;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.RotatedRect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** The pixels and the scalp area that dots cover. */
public final class DotMask {
    // Half the width at half maximum of a Gaussian, in deviations.
    private static final double HALF_MAXIMUM = Math.sqrt(2 * Math.log(2));

    private DotMask() {}

    /**
     * Every mark above the noise out to half its maximum and {@code growPx} more, of the photo's size: what to leave out
     * of the colour of the skin. The caller closes it.
     */
    public static Mask of(DotField field, double growPx) {
        DotField.Plate plate = field.plate();
        Mat pixels = Mat.zeros(plate.photo(), CvType.CV_8U);
        for (Blob b : field.blobs()) {
            if (b.kind == Mark.Kind.FAINT) {
                continue;
            }
            double mean = (b.xx + b.yy) / 2;
            double half = Math.hypot((b.xx - b.yy) / 2, b.xy);
            double major = 2 * (HALF_MAXIMUM * Math.sqrt(mean + half) + growPx);
            double minor = 2 * (HALF_MAXIMUM * Math.sqrt(Math.max(0, mean - half)) + growPx);
            double angle = Math.toDegrees(0.5 * Math.atan2(2 * b.xy, b.xx - b.yy));
            Point centre = new Point(b.x + plate.crop().x, b.y + plate.crop().y);
            Imgproc.ellipse(
                    pixels, new RotatedRect(centre, new Size(major, minor), angle), new Scalar(255), Imgproc.FILLED);
        }
        return new Mask(pixels);
    }

    /** Scalp area under the discs of these dots, mm²; discs that overlap count twice. */
    public static double areaMm2(List<Dot> dots) {
        return dots.stream()
                .mapToDouble(d -> Math.PI / 4 * d.diameterMm() * d.diameterMm())
                .sum();
    }
}
