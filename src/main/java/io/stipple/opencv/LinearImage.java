package io.stipple.opencv;

import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * An upright picture in linear light; owns its Mat.
 *
 * <p>{@link #rgb()} is CV_32FC3 in the order R, G, B with sRGB primaries and D65 white: 0 is black, 1 is the
 * brightest white that sRGB can say; colours outside sRGB's gamut lie slightly outside 0..1. Pixel coordinates follow
 * the contract: the centre of the top-left pixel is (0, 0), x right, y down.
 */
public final class LinearImage implements AutoCloseable {
    private final Mat rgb;

    /**
     * Takes ownership of {@code rgb}.
     *
     * @throws IllegalArgumentException when it is empty or not CV_32FC3
     */
    public LinearImage(Mat rgb) {
        if (rgb.empty() || rgb.type() != CvType.CV_32FC3) {
            throw new IllegalArgumentException("a linear image is a non-empty CV_32FC3, not "
                    + CvType.typeToString(rgb.type()) + " of " + rgb.cols() + " x " + rgb.rows() + " px");
        }
        this.rgb = rgb;
    }

    /** The pixels, CV_32FC3; still owned by this image: read, never write or release. */
    public Mat rgb() {
        return rgb;
    }

    public int widthPx() {
        return rgb.cols();
    }

    public int heightPx() {
        return rgb.rows();
    }

    @Override
    public void close() {
        rgb.release();
    }
}
