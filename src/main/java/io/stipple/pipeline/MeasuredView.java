package io.stipple.pipeline;

import io.stipple.model.Dot;
import io.stipple.model.Finding;
import io.stipple.model.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the photos of one view gave.
 *
 * @param view such as {@code top}
 * @param reference null where no photo could serve as one
 * @param photos in order of time, repeats after their first
 * @param recovered dots of each fresh stage that its photo shows only where the healed one told to look
 * @param findings what to be careful with
 */
record MeasuredView(
        String view,
        @Nullable ReferencePhoto reference,
        List<MeasuredPhoto> photos,
        Map<Stage, List<Dot>> recovered,
        List<Finding> findings) {
    /** The photo that stands for each stage, in order of time: the first one counted, else placed, else the first. */
    Map<Stage, MeasuredPhoto> measured() {
        Map<Stage, MeasuredPhoto> chosen = new LinkedHashMap<>();
        for (MeasuredPhoto photo : photos) {
            chosen.merge(photo.shot().stage(), photo, (first, next) -> worth(next) > worth(first) ? next : first);
        }
        return chosen;
    }

    private static int worth(MeasuredPhoto photo) {
        ScalpEvidence scalp = photo.scalp();
        return scalp == null ? 0 : scalp.counted() ? 2 : 1;
    }
}
