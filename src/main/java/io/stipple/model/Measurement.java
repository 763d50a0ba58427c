package io.stipple.model;

import org.jspecify.annotations.Nullable;

/**
 * One region of one view at one stage: a row of {@code measurements.csv}.
 *
 * @param view such as {@code top}
 * @param stage of the visit
 * @param region such as {@code frontal}
 * @param photo measured, path relative to the case folder; null where the stage has none
 * @param verdict what could be measured
 * @param reason for any verdict but {@code measured}, else empty
 * @param areaCm2 of curved scalp seen and measurable, cm²; null where unknown
 * @param dots null unless the verdict is {@code measured}
 * @param tone null where the verdict is {@code unusable}
 */
public record Measurement(
        String view,
        Stage stage,
        String region,
        @Nullable String photo,
        Verdict verdict,
        String reason,
        @Nullable Double areaCm2,
        @Nullable DotFigures dots,
        @Nullable ToneFigures tone) {
    public Measurement {
        if (verdict != Verdict.MEASURED && reason.isBlank()) {
            throw new IllegalArgumentException("region " + region + " of " + view + " at " + stage + " is "
                    + verdict.word() + " without a reason");
        }
        if ((verdict == Verdict.MEASURED) != (dots != null)) {
            throw new IllegalArgumentException("dot figures belong to measured regions, and only to them");
        }
    }
}
