package io.stipple.opencv;

import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Codes pictures for the eye. */
public final class Jpeg {
    private Jpeg() {}

    /**
     * An sRGB JPEG without any metadata.
     *
     * @param quality 1..100
     */
    public static byte[] encode(LinearImage picture, int quality) {
        try (MatScope mats = new MatScope()) {
            Mat coded = mats.own(Srgb.toCoded8(picture.rgb()));
            Imgproc.cvtColor(coded, coded, Imgproc.COLOR_RGB2BGR);
            MatOfByte bytes = mats.own(new MatOfByte());
            MatOfInt options = mats.own(new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, quality));
            if (!Imgcodecs.imencode(".jpg", coded, bytes, options)) {
                throw new IllegalStateException(
                        "OpenCV cannot code a picture of " + picture.widthPx() + " x " + picture.heightPx() + " px");
            }
            return bytes.toArray();
        }
    }
}
