package io.stipple.photo;

import io.stipple.opencv.Srgb;

/** From a coded channel value 0..1 to linear light 0..1. */
@FunctionalInterface
interface ToneCurve {
    /** Linear light of {@code coded}, both 0..1. */
    double toLinear(double coded);

    /** The curve of sRGB and of Display P3. */
    static ToneCurve srgb() {
        return Srgb::toLinear;
    }

    /** {@code coded} to the power of {@code exponent}. */
    static ToneCurve power(double exponent) {
        if (!(exponent > 0.1 && exponent < 10)) {
            throw new IllegalArgumentException("exponent of a tone curve is " + exponent + ", outside 0.1..10");
        }
        return coded -> Math.pow(coded, exponent);
    }

    /** Straight lines between the entries of {@code table}, which are spread evenly over 0..1. */
    static ToneCurve sampled(double[] table) {
        double[] copy = table.clone();
        return coded -> {
            double position = Math.min(1, Math.max(0, coded)) * (copy.length - 1);
            int below = Math.min((int) position, copy.length - 2);
            double share = position - below;
            return copy[below] * (1 - share) + copy[below + 1] * share;
        };
    }

    /** The light of each code 0..{@code highest}. */
    default float[] table(int highest) {
        float[] table = new float[highest + 1];
        for (int code = 0; code <= highest; code++) {
            table[code] = (float) toLinear((double) code / highest);
        }
        return table;
    }
}
