package io.stipple.photo;

import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * A picture as its file stores it; owns its Mat.
 *
 * <p>CV_8UC or CV_16UC of 1 (grey), 2 (grey, alpha), 3 (R, G, B) or 4 (R, G, B, alpha) channels, alpha not
 * multiplied into the colours, not yet upright and not yet colour-managed.
 */
final class CodedPicture implements AutoCloseable {
    private final Mat pixels;
    private final int highestCode;

    /**
     * Takes ownership of {@code pixels}.
     *
     * @param highestCode the code of full light: 255 for 8 bits, 1023 for 10
     */
    CodedPicture(Mat pixels, int highestCode) {
        int depth = pixels.depth();
        int deepest = depth == CvType.CV_8U ? 255 : 65535;
        if (pixels.empty() || (depth != CvType.CV_8U && depth != CvType.CV_16U) || highestCode > deepest) {
            throw new IllegalArgumentException("a coded picture with codes to " + highestCode + " cannot be "
                    + CvType.typeToString(pixels.type()) + " of " + pixels.cols() + " x " + pixels.rows() + " px");
        }
        this.pixels = pixels;
        this.highestCode = highestCode;
    }

    Mat pixels() {
        return pixels;
    }

    int highestCode() {
        return highestCode;
    }

    boolean hasAlpha() {
        return pixels.channels() % 2 == 0;
    }

    @Override
    public void close() {
        pixels.release();
    }
}
