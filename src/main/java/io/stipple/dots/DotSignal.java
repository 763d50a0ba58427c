package io.stipple.dots;

import io.stipple.opencv.LinearImage;
import io.stipple.opencv.MatScope;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;

/**
 * The light in which dots are looked for and weighed: red-weighted linear light. Blur spreads a dot's missing light but
 * loses none of it, so light is what is fitted; optical density follows from the dot's own size afterwards.
 */
final class DotSignal {
    // Below a quarter of a 12-bit step nothing is left but read noise.
    private static final double DARKEST = 1.0 / 16384;

    private DotSignal() {}

    /** CV_32FC1 of the crop's size, linear light above 0; handed over to the caller. */
    static Mat of(LinearImage photo, Rect crop, DotSettings settings) {
        try (var mats = new MatScope()) {
            Mat weights = mats.own(new Mat(1, 3, CvType.CV_32F));
            double blue = 1 - settings.redShare() - settings.greenShare();
            weights.put(0, 0, (float) settings.redShare(), (float) settings.greenShare(), (float) blue);
            Mat light = mats.mat();
            Core.transform(mats.own(photo.rgb().submat(crop)), light, weights);
            Core.max(light, new Scalar(DARKEST), light);
            return mats.keep(light);
        }
    }
}
