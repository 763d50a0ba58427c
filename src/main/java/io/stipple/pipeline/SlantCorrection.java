package io.stipple.pipeline;

import io.stipple.model.Dot;
import io.stipple.model.PixelMap;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import java.util.List;
import java.util.Optional;

/**
 * Carries what was weighed on a first guess of the scalp's shape over to a better one: pigment is light taken times the
 * scalp area of a pixel, and that area is what changes. Contrast is the same light over the area of a dot.
 *
 * @param first geometry of the reference photo that dots were weighed with
 * @param better geometry of the same photo
 */
record SlantCorrection(ScalpGeometry first, ScalpGeometry better) {
    /** The dots of a photo; their contrast as if {@link #ofTypical} had always been the area of a dot. */
    List<Dot> of(List<Dot> dots, PixelMap map) {
        double typical = ofTypical(dots, map);
        return dots.stream()
                .map(dot -> corrected(dot, ratio(dot, map), typical))
                .toList();
    }

    /** Area of a typical dot of a photo as it is now known, over what it was taken for; 1 where there are none. */
    double ofTypical(List<Dot> dots, PixelMap map) {
        double[] ratios =
                dots.stream().mapToDouble(dot -> ratio(dot, map)).sorted().toArray();
        return ratios.length == 0 ? 1 : ratios[ratios.length / 2];
    }

    private double ratio(Dot dot, PixelMap map) {
        PointPx at = map.toReference(dot.centre().x(), dot.centre().y());
        Optional<ScalpFrame> then = first.at(at.x(), at.y());
        Optional<ScalpFrame> now = better.at(at.x(), at.y());
        return then.isEmpty() || now.isEmpty()
                ? 1
                : now.get().mm2PerPx() / then.get().mm2PerPx();
    }

    private static Dot corrected(Dot dot, double ratio, double typical) {
        return new Dot(
                dot.centre(),
                dot.diameterMm() * Math.sqrt(ratio),
                Math.min(1, dot.contrast() * ratio / typical),
                dot.pigmentMm2() * ratio,
                dot.pigmentSeMm2() * ratio,
                dot.snr(),
                dot.axisRatio());
    }
}
