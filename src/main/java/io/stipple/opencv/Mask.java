package io.stipple.opencv;

import org.jspecify.annotations.Nullable;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** A set of pixels of a picture; owns its Mat: CV_8UC1, 255 inside, 0 outside, of the picture's size. */
public final class Mask implements AutoCloseable {
    private final Mat pixels;
    private byte @Nullable [] bitmap;

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

    /** Of its two sides the longer one, px. */
    public int longerSidePx() {
        return Math.max(pixels.cols(), pixels.rows());
    }

    /** How many pixels lie inside. */
    public int areaPx() {
        return Core.countNonZero(pixels);
    }

    /** A new mask of the pixels that lie in this one and not in {@code other}, handed over to the caller. */
    public Mask minus(Mask other) {
        try (MatScope mats = new MatScope()) {
            Mat outside = mats.mat();
            Core.bitwise_not(other.pixels, outside);
            Mat rest = new Mat();
            Core.bitwise_and(pixels, outside, rest);
            return new Mask(rest);
        }
    }

    /** Whether the pixel nearest to this point lies inside; false outside the picture. */
    public boolean contains(double xPx, double yPx) {
        long column = Math.round(xPx);
        long row = Math.round(yPx);
        if (column < 0 || row < 0 || column >= pixels.cols() || row >= pixels.rows()) {
            return false;
        }
        // Asked millions of times: one copy out of native memory instead of a native call each.
        if (bitmap == null) {
            bitmap = new byte[pixels.rows() * pixels.cols()];
            pixels.get(0, 0, bitmap);
        }
        return bitmap[(int) (row * pixels.cols() + column)] != 0;
    }

    @Override
    public void close() {
        pixels.release();
    }
}
