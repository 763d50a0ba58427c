package io.stipple.model;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One photo of the case: a row of {@code photos.csv}. A null is an empty cell: not known.
 *
 * @param view such as {@code top}
 * @param stage of the visit
 * @param photo path relative to the case folder, with {@code /}
 * @param date of the visit
 * @param sha256 of the file, lower-case hex
 * @param widthPx of the upright photo
 * @param heightPx of the upright photo
 * @param pxPerMm at the scalp nearest to the camera
 * @param scaleGrade how the scale is known
 * @param sharpness the photo's blur as the standard deviation of its Gaussian, px; see {@code photo}
 * @param glarePct share of the scalp that gloss hides, %
 * @param registration how it lies on the reference
 * @param residualMm median error of the registration on landmarks not used in the fit
 * @param overlapPct share of the reference's scalp that this photo shows, %
 * @param verdict what it is good for
 * @param reason for any verdict but {@code measured}, else empty
 * @param capturedAt by the camera's own clock, as EXIF says it; its zone unknown
 * @param camera make and model, where the file says so
 * @param rejected dot-like candidates that are no dots, by what they are: {@code stroke}, {@code mole}, {@code faint}, …
 */
public record PhotoRow(
        String view,
        Stage stage,
        String photo,
        @Nullable LocalDate date,
        @Nullable String sha256,
        @Nullable Integer widthPx,
        @Nullable Integer heightPx,
        @Nullable Double pxPerMm,
        @Nullable ScaleGrade scaleGrade,
        @Nullable Double sharpness,
        @Nullable Double glarePct,
        @Nullable RegistrationVerdict registration,
        @Nullable Double residualMm,
        @Nullable Double overlapPct,
        Verdict verdict,
        String reason,
        @Nullable LocalDateTime capturedAt,
        @Nullable String camera,
        Map<String, Integer> rejected) {
    public PhotoRow {
        // In the order of their names, so that a record is the same bytes each time.
        rejected = Collections.unmodifiableMap(new TreeMap<>(rejected));
    }

    /** The same photo, good for tone only. */
    public PhotoRow toneOnly(String why) {
        return new PhotoRow(
                view,
                stage,
                photo,
                date,
                sha256,
                widthPx,
                heightPx,
                pxPerMm,
                scaleGrade,
                sharpness,
                glarePct,
                registration,
                residualMm,
                overlapPct,
                Verdict.TONE_ONLY,
                why,
                capturedAt,
                camera,
                Map.of());
    }
}
