package io.stipple.cohort;

import io.stipple.model.Interval;
import io.stipple.report.CsvTable;
import java.io.IOException;
import java.nio.file.Path;

/** {@code cohort.csv}: one figure a row, so that any program can filter and pivot it. */
final class CohortTable {
    private static final int PLACES = 4;

    private CohortTable() {}

    static void write(CohortFigures figures, Path file) throws IOException {
        try (CsvTable csv = new CsvTable(
                file,
                "section",
                "factor",
                "group",
                "figure",
                "value",
                "lo95",
                "hi95",
                "unit",
                "clients",
                "comparisons",
                "reason")) {
            FigureRows.of(figures).forEach(row -> write(row, csv));
        }
    }

    private static void write(FigureRow row, CsvTable csv) {
        Interval interval = row.interval95();
        csv.text(row.section())
                .text(row.factor())
                .text(row.group())
                .text(row.figure())
                .number(row.value(), PLACES)
                .number(interval == null ? null : interval.lo(), PLACES)
                .number(interval == null ? null : interval.hi(), PLACES)
                .text(row.unit())
                .count(row.clients())
                .count(row.comparisons())
                .text(row.reason())
                .endRow();
    }
}
