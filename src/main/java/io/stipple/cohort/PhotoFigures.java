package io.stipple.cohort;

import io.stipple.cohort.CohortFigures.HiddenGroups;
import io.stipple.cohort.CohortFigures.Proportion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good the photos are.
 *
 * @param all photos
 * @param practitioners those with enough clients
 * @param hidden those without; null where there are none
 * @param reasons why photos were not measured, the most frequent first
 */
public record PhotoFigures(
        PhotoGroup all,
        List<PhotoGroup> practitioners,
        @Nullable HiddenGroups hidden,
        List<PhotoReason> reasons) {
    public PhotoFigures {
        practitioners = List.copyOf(practitioners);
        reasons = List.copyOf(reasons);
    }

    /**
     * Photos of a practitioner's clients.
     *
     * @param name such as {@code P1}
     * @param clients shown
     * @param photos taken
     * @param measured share with dots counted
     * @param toneOnly share good for tone only
     * @param unusable share good for nothing
     * @param sharpnessPx median blur, px; null where no photo tells
     * @param glarePct median share hidden by gloss, %; null where no photo tells
     * @param residualMm median error of registration; null where no photo tells
     * @param pxPerMm median scale; null where no photo tells
     * @param scaleGrades share of each grade, of the photos with a scale
     */
    public record PhotoGroup(
            String name,
            int clients,
            int photos,
            Proportion measured,
            Proportion toneOnly,
            Proportion unusable,
            @Nullable Double sharpnessPx,
            @Nullable Double glarePct,
            @Nullable Double residualMm,
            @Nullable Double pxPerMm,
            List<Proportion> scaleGrades) {
        public PhotoGroup {
            scaleGrades = List.copyOf(scaleGrades);
        }
    }

    /** Why photos were not measured, in words without the single photo's figures. */
    public record PhotoReason(String reason, int photos) {}
}
