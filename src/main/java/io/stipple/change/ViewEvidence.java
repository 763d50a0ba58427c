package io.stipple.change;

import io.stipple.model.ScalpGeometry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the comparison must know of a view.
 *
 * @param reference geometry of the reference photo, for distances between dots; null where unknown
 * @param surfaceRelativeSe by region: relative standard error of its area from the shape of the head, scale apart
 * @param photos by stage name
 */
public record ViewEvidence(
        @Nullable ScalpGeometry reference, Map<String, Double> surfaceRelativeSe, Map<String, PhotoEvidence> photos) {
    public ViewEvidence {
        surfaceRelativeSe = Map.copyOf(surfaceRelativeSe);
        photos = Map.copyOf(photos);
    }

    public static ViewEvidence none() {
        return new ViewEvidence(null, Map.of(), Map.of());
    }

    /** Relative standard error of a region's area from the shape of the head; that of a flat one where it is not known. */
    double surfaceSe(String region, ChangeSettings settings) {
        return surfaceRelativeSe.getOrDefault(region, settings.flatRelativeSe());
    }

    PhotoEvidence photo(String stage) {
        return photos.getOrDefault(stage, PhotoEvidence.none());
    }
}
