package io.stipple.dots;

import io.stipple.opencv.MatScope;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Takes out of the scalp what is dark over a wider disc than any dot: moles, and whatever else no dot can be told on. A
 * filter as wide as a dot sees such a patch as several dots.
 */
final class Moles {
    private static final int REDUCED = 2; // an opening needs no finer picture
    private static final double DARK = 0.2; // share of the skin's light that is missing all over the disc
    private static final double WIDER = 1.6; // the disc, in largest dots: crowded dots leave paler skin within it
    private static final double RIM = 0.25; // left out around the disc, in largest dots

    private Moles() {}

    /**
     * Sets the mask to 0 where dark patches lie, with a rim.
     *
     * @param missing CV_32FC1, light missing over the local skin
     * @param mask CV_8UC1; changed
     * @param largestDotPx diameter
     */
    static void takeOut(Mat missing, Mat mask, double largestDotPx) {
        try (var mats = new MatScope()) {
            Mat few = mats.mat();
            Imgproc.resize(missing, few, new Size(), 1.0 / REDUCED, 1.0 / REDUCED, Imgproc.INTER_AREA);
            // The darkness that a disc finds everywhere under it: all narrower marks vanish.
            Imgproc.erode(few, few, disc(WIDER * largestDotPx / REDUCED, mats));
            Mat dark = mats.mat();
            Core.compare(few, new Scalar(DARK), dark, Core.CMP_GT);
            if (Core.countNonZero(dark) == 0) {
                return;
            }
            Imgproc.dilate(dark, dark, disc((WIDER + 2 * RIM) * largestDotPx / REDUCED, mats));
            Imgproc.resize(dark, dark, mask.size(), 0, 0, Imgproc.INTER_NEAREST);
            mask.setTo(new Scalar(0), dark);
        }
    }

    private static Mat disc(double diameterPx, MatScope mats) {
        int size = Math.max(1, (int) Math.round(diameterPx)) | 1;
        return mats.own(Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(size, size)));
    }
}
