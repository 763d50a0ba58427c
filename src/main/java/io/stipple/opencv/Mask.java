package io.stipple.opencv;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** A set of pixels of a picture; owns its Mat: CV_8UC1, 255 inside, 0 outside, of the picture's size. */
public final class Mask implements AutoCloseable {
    private final Mat pixels;

    /**
     * Takes ownership of {@code pixels}.
     *
     * @throws IllegalArgumentException when it is empty or not CV_8UC1
     */
    public Mask(Mat pixels) {
        if (pixels.empty() || pixels.type() != CvType.CV_8UC1) {
            throw new IllegalArgumentException("a mask is a non-empty CV_8UC1, not "
                    + CvType.typeToString(pixels.type()) + " of " + pixels.cols() + " x " + pixels.rows() + " px");
        }
        this.pixels = pixels;
    }

    /** CV_8UC1, 255 inside, 0 outside; still owned by this mask: read, never write or release. */
    public Mat pixels() {
        return pixels;
    }

    /** How many pixels lie inside. */
    public int areaPx() {
        return Core.countNonZero(pixels);
    }

    @Override
    public void close() {
        pixels.release();
    }
}
