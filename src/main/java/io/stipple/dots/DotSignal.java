package io.stipple.dots;

import io.stipple.opencv.LinearImage;
import io.stipple.opencv.MatScope;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;

/**
 * The channel in which dots are looked for and weighed: red-weighted optical depth, the negative logarithm of linear
 * light. A change of exposure adds a constant to it, shading a slow slope, a dot its own optical density.
 */
final class DotSignal {
    // Below a quarter of a 12-bit step nothing is left but read noise.
    private static final double DARKEST = 1.0 / 16384;

    private DotSignal() {}

    /** CV_32FC1 of the crop's size, optical depth against white; handed over to the caller. */
    static Mat of(LinearImage photo, Rect crop, DotSettings settings) {
        try (var mats = new MatScope()) {
            Mat weights = mats.own(new Mat(1, 3, CvType.CV_32F));
            double blue = 1 - settings.redShare() - settings.greenShare();
            weights.put(0, 0, (float) settings.redShare(), (float) settings.greenShare(), (float) blue);
            Mat depth = new Mat();
            Core.transform(mats.own(photo.rgb().submat(crop)), depth, weights);
            Core.max(depth, new Scalar(DARKEST), depth);
            Core.log(depth, depth);
            Core.multiply(depth, new Scalar(-1), depth);
            return depth;
        }
    }
}
