package io.stipple.pipeline;

import io.stipple.model.PhotoRow;
import io.stipple.model.RegistrationVerdict;
import io.stipple.model.Sha256;
import io.stipple.model.Verdict;
import io.stipple.photo.Photo;
import io.stipple.photo.PhotoInfo;
import io.stipple.series.Series;
import io.stipple.series.Shot;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said of each photo in {@code photos.csv}. */
final class PhotoRows {
    private final Series series;

    PhotoRows(Series series) {
        this.series = series;
    }

    /** A photo that lies on its reference. */
    PhotoRow placed(PlacedPhoto placed, ScalpEvidence scalp, ReferencePhoto reference) {
        PhotoInfo info = placed.photo().info();
        return new PhotoRow(
                placed.shot().view(),
                placed.shot().stage(),
                placed.shot().relativePath(),
                date(placed.shot()),
                info.sha256(),
                info.widthPx(),
                info.heightPx(),
                scalp.pxPerMm(),
                reference.scale().grade(),
                scalp.blurPx(),
                scalp.glarePct(),
                placed.isReference() ? RegistrationVerdict.REFERENCE : RegistrationVerdict.OK,
                placed.isReference() ? null : (Double) placed.residualMm(),
                placed.overlapPct(),
                scalp.counted() ? Verdict.MEASURED : Verdict.TONE_ONLY,
                scalp.whyNotCounted(),
                info.capturedAt().orElse(null),
                info.camera().orElse(null),
                scalp.rejected());
    }

    /** A photo that decodes but cannot be used. */
    PhotoRow unusable(Shot shot, Photo photo, @Nullable RegistrationVerdict registration, String reason) {
        return unusable(shot, photo.info(), photo.info().sha256(), registration, reason);
    }

    /** A file that cannot be read as a photo. */
    PhotoRow unreadable(Shot shot, String reason) {
        return unusable(shot, null, hash(shot), null, reason);
    }

    /** A file that is no photo can still be told from another later; one that cannot even be read has no hash. */
    private static @Nullable String hash(Shot shot) {
        try {
            return Sha256.of(shot.file());
        } catch (IOException e) {
            return null;
        }
    }

    private PhotoRow unusable(
            Shot shot,
            @Nullable PhotoInfo info,
            @Nullable String sha256,
            @Nullable RegistrationVerdict registration,
            String reason) {
        return new PhotoRow(
                shot.view(),
                shot.stage(),
                shot.relativePath(),
                date(shot),
                sha256,
                info == null ? null : (Integer) info.widthPx(),
                info == null ? null : (Integer) info.heightPx(),
                null,
                null,
                null,
                null,
                registration,
                null,
                null,
                Verdict.UNUSABLE,
                reason,
                info == null ? null : info.capturedAt().orElse(null),
                info == null ? null : info.camera().orElse(null),
                Map.of());
    }

    private @Nullable LocalDate date(Shot shot) {
        return series.stages().stream()
                .filter(info -> info.stage().equals(shot.stage()))
                .findFirst()
                .map(info -> info.date())
                .orElse(null);
    }
}
