package io.stipple.pipeline;

import io.stipple.model.Finding;
import io.stipple.model.Outline;
import io.stipple.model.Scale;
import io.stipple.model.ScalpGeometry;
import io.stipple.model.Stage;
import io.stipple.region.RegionMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the photos of one view gave.
 *
 * @param view such as {@code top}
 * @param reference null where no photo could serve as one
 * @param photos in order of time, repeats after their first
 * @param findings what to be careful with
 */
record ViewEvidence(
        String view, @Nullable Reference reference, List<PhotoEvidence> photos, List<Finding> findings) {
    /**
     * The photo that the others lie on.
     *
     * @param stage of the photo
     * @param scale of the photo
     * @param geometry of the scalp in it
     * @param regions on it
     * @param outlines of the regions
     * @param atlas whether the outlines are the standard atlas's
     * @param head its outline
     */
    record Reference(
            Stage stage,
            Scale scale,
            ScalpGeometry geometry,
            RegionMap regions,
            List<Outline> outlines,
            boolean atlas,
            Outline head) {}
}
