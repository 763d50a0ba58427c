package io.stipple.opencv;

import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

/** Codes masks without loss. */
public final class Png {
    private Png() {}

    /** A PNG of one bit a pixel, white inside, without any metadata. */
    public static byte[] encode(Mask mask) {
        try (MatScope mats = new MatScope()) {
            MatOfByte bytes = mats.own(new MatOfByte());
            MatOfInt options =
                    mats.own(new MatOfInt(Imgcodecs.IMWRITE_PNG_BILEVEL, 1, Imgcodecs.IMWRITE_PNG_COMPRESSION, 9));
            if (!Imgcodecs.imencode(".png", mask.pixels(), bytes, options)) {
                throw new IllegalStateException("OpenCV cannot code a mask of "
                        + mask.pixels().cols() + " x " + mask.pixels().rows() + " px");
            }
            return bytes.toArray();
        }
    }
}
