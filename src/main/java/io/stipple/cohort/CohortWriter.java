package io.stipple.cohort;

import io.stipple.report.Draft;
import io.stipple.report.RecordJson;
import io.stipple.report.Template;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * {@code cohort.html}, {@code cohort.csv} and {@code cohort.json}: the same figures for a person, a spreadsheet and a
 * program.
 */
public final class CohortWriter {
    /** The page: one file that works offline, runs no script and shows no client. */
    public static final String PAGE_FILE = "cohort.html";

    /** The table, a figure a row. */
    public static final String TABLE_FILE = "cohort.csv";

    /** The figures as {@link CohortFigures} names them. */
    public static final String JSON_FILE = "cohort.json";

    /** Changes whenever an older reader would misread the file. */
    private static final String FORMAT = "stipple-cohort-1";

    private static final String STYLES = "/io/stipple/cohort/cohort.css";
    private static final String TEMPLATE = "/io/stipple/cohort/cohort.peb";

    private CohortWriter() {}

    private record CohortFile(String format, CohortFigures cohort) {}

    /**
     * Writes all three into a folder, which is made where it is missing; files of these names are replaced, each as a
     * whole. The same figures give the same bytes.
     *
     * @throws io.stipple.report.ReportRefusedException when nothing can be written there
     */
    public static void write(CohortFigures figures, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Draft draft = Draft.within(folder)) {
            Template.write(
                    TEMPLATE,
                    Map.of(
                            "page",
                            CohortPage.of(figures),
                            "styles",
                            Template.resource("report.css") + Template.resource(STYLES),
                            "policy",
                            Template.policy("")),
                    draft.folder().resolve(PAGE_FILE));
            CohortTable.write(figures, draft.folder().resolve(TABLE_FILE));
            try (BufferedWriter out =
                    Files.newBufferedWriter(draft.folder().resolve(JSON_FILE), StandardCharsets.UTF_8)) {
                RecordJson.pretty().writeValue(out, new CohortFile(FORMAT, figures));
            }
            draft.publish();
        }
    }
}
