package io.stipple.pipeline;

import io.stipple.model.PhotoRow;
import io.stipple.series.Shot;
import org.jspecify.annotations.Nullable;

/**
 * What one photo gave.
 *
 * @param shot the photo
 * @param row what is said of it in {@code photos.csv}
 * @param scalp null where the photo does not lie on the reference
 * @param pictures of it laid on the reference; null where it does not lie on it
 */
record MeasuredPhoto(
        Shot shot, PhotoRow row, @Nullable ScalpEvidence scalp, ReferencePictures.@Nullable Paths pictures) {
    /** The same, of which no dot counts. */
    MeasuredPhoto toneOnly(String reason) {
        return new MeasuredPhoto(
                shot, row.toneOnly(reason), scalp == null ? null : scalp.withoutDots(reason), pictures);
    }
}
