package io.stipple.change;

import io.stipple.model.ScalpGeometry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the comparison must know of a view.
 *
 * @param reference geometry of the reference photo, for distances between dots; null where unknown
 * @param photos by stage name
 */
public record ViewEvidence(@Nullable ScalpGeometry reference, Map<String, PhotoEvidence> photos) {
    public ViewEvidence {
        photos = Map.copyOf(photos);
    }

    static ViewEvidence none() {
        return new ViewEvidence(null, Map.of());
    }

    PhotoEvidence photo(String stage) {
        return photos.getOrDefault(stage, PhotoEvidence.none());
    }
}
