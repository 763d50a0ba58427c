package io.stipple.pipeline;

import io.stipple.dots.DotField;
import io.stipple.model.PixelMap;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import io.stipple.opencv.Mask;
import io.stipple.region.SeenScalp;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells where a photo shows the scalp well enough to count dots. */
final class Sight {
    private final ReferencePhoto reference;
    private final AnalysisSettings settings;

    Sight(ReferencePhoto reference, AnalysisSettings settings) {
        this.reference = reference;
        this.settings = settings;
    }

    /**
     * Where the photo shows scalp that faces the camera, without gloss, where it lies on the reference for sure, and,
     * where dots were looked for, clearly enough that a typical one is found.
     *
     * @param scalp of the photo, without what hides it
     * @param geometry of the photo
     * @param field null where no dots were looked for
     */
    SeenScalp seen(PixelMap map, Mask scalp, ScalpGeometry geometry, @Nullable DotField field) {
        return SeenScalp.of(reference.widthPx(), reference.heightPx(), settings.seenCellPx(), (x, y) -> {
            if (facing(reference.geometry(), x, y).isEmpty() || !map.trusted(x, y)) {
                return false;
            }
            PointPx at = map.toPhoto(x, y);
            return scalp.contains(at.x(), at.y())
                    && facing(geometry, at.x(), at.y())
                            .filter(frame -> field == null || field.typicalSnr(at, frame) >= settings.countableSnr())
                            .isPresent();
        });
    }

    private Optional<ScalpFrame> facing(ScalpGeometry geometry, double x, double y) {
        return geometry.at(x, y).filter(frame -> frame.cosineOfView() >= settings.leastCosineOfView());
    }
}
