package io.stipple.opencv;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/** The transfer curve of sRGB (IEC 61966-2-1), between coded values and linear light. */
public final class Srgb {
    private static final double KNEE_LINEAR = 0.0031308;
    private static final double KNEE_CODED = 0.04045;

    private Srgb() {}

    /** Linear light 0..1 of a coded value 0..1. */
    public static double toLinear(double coded) {
        return coded <= KNEE_CODED ? coded / 12.92 : Math.pow((coded + 0.055) / 1.055, 2.4);
    }

    /** Coded value 0..1 of linear light 0..1. */
    public static double toCoded(double linear) {
        return linear <= KNEE_LINEAR ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    }

    /** The linear values of the 256 codes of an 8-bit channel: element i is the light of code i, 0..1. */
    public static float[] linearOf8Bit() {
        float[] table = new float[256];
        for (int code = 0; code < table.length; code++) {
            table[code] = (float) toLinear(code / 255.0);
        }
        return table;
    }

    /**
     * Codes a linear picture for the eye: CV_32FCn linear light 0..1 to CV_8UCn sRGB, clipped, channels in the same
     * order.
     *
     * @return a new Mat, handed over to the caller
     */
    public static Mat toCoded8(Mat linear) {
        try (MatScope mats = new MatScope()) {
            Mat clipped = mats.mat();
            Core.min(linear, Scalar.all(1), clipped);
            Core.max(clipped, Scalar.all(0), clipped);
            Mat coded = mats.mat();
            Core.pow(clipped, 1 / 2.4, coded);
            coded.convertTo(coded, CvType.CV_32F, 1.055 * 255, -0.055 * 255);
            Mat straight = mats.mat();
            clipped.convertTo(straight, CvType.CV_32F, 12.92 * 255);
            Mat dark = mats.mat();
            Core.compare(mats.own(clipped.reshape(1)), new Scalar(KNEE_LINEAR), dark, Core.CMP_LE);
            mats.own(straight.reshape(1)).copyTo(mats.own(coded.reshape(1)), dark);
            Mat eightBit = new Mat();
            coded.convertTo(eightBit, CvType.CV_8U);
            return eightBit;
        }
    }
}
