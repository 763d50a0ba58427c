package io.stipple.cohort;

import io.stipple.cohort.PhotoFigures.PhotoGroup;
import io.stipple.report.Cell;
import java.util.stream.Collectors;

/** How good the photos of a practitioner's clients are, as the page shows it. */
record PhotoLine(
        String name,
        String clients,
        String photos,
        Cell measured,
        Cell toneOnly,
        Cell unusable,
        Cell sharpness,
        Cell glare,
        Cell residual,
        Cell scale,
        String grades) {
    private static final String NONE = "no photo tells";

    static PhotoLine of(PhotoGroup group) {
        String grades = group.scaleGrades().stream()
                .filter(grade -> grade.count() > 0)
                .map(grade -> grade.name() + " " + grade.count())
                .collect(Collectors.joining(", "));
        return new PhotoLine(
                group.name(),
                String.valueOf(group.clients()),
                String.valueOf(group.photos()),
                CohortPage.shareCell(group.measured()),
                CohortPage.shareCell(group.toneOnly()),
                CohortPage.shareCell(group.unusable()),
                Cell.number(group.sharpnessPx(), 2, "", NONE),
                Cell.number(group.glarePct(), 1, "", NONE),
                Cell.number(group.residualMm(), 3, "", NONE),
                Cell.number(group.pxPerMm(), 1, "", NONE),
                grades.isEmpty() ? "–" : grades);
    }
}
