package io.stipple.pipeline;

import io.stipple.model.Dot;
import io.stipple.model.PixelMap;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import java.util.Optional;

/**
 * Carries what was weighed on a first guess of the scalp's shape over to a better one: pigment is light taken times the
 * scalp area of a pixel, and that area is what changes. Contrast is the same light over the area of a dot.
 *
 * @param first geometry of the reference photo that dots were weighed with
 * @param better geometry of the same photo
 */
record SlantCorrection(ScalpGeometry first, ScalpGeometry better) {
    Dot of(Dot dot, PixelMap map) {
        PointPx at = map.toReference(dot.centre().x(), dot.centre().y());
        Optional<ScalpFrame> then = first.at(at.x(), at.y());
        Optional<ScalpFrame> now = better.at(at.x(), at.y());
        if (then.isEmpty() || now.isEmpty()) {
            return dot;
        }
        double ratio = now.get().mm2PerPx() / then.get().mm2PerPx();
        return new Dot(
                dot.centre(),
                dot.diameterMm() * Math.sqrt(ratio),
                Math.min(1, dot.contrast() * ratio),
                dot.pigmentMm2() * ratio,
                dot.pigmentSeMm2() * ratio,
                dot.snr(),
                dot.axisRatio());
    }
}
