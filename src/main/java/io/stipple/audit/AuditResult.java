package io.stipple.audit;

import io.stipple.cohort.CohortFigures;
import io.stipple.cohort.LeftOut;
import io.stipple.report.RecordJson;
import java.nio.file.Path;
import java.util.List;

/**
 * A finished audit.
 *
 * @param analysed cases that were measured
 * @param entered cases whose finished record was entered in the ledger as it was
 * @param unchanged cases that were left as they are
 * @param figures of all of them together, with what was left out
 * @param page the cohort's page
 */
public record AuditResult(int analysed, int entered, int unchanged, CohortFigures figures, Path page) {
    /** As one JSON object. */
    public String json() {
        return RecordJson.pretty()
                .writeValueAsString(new Summary(
                        page.toString(),
                        figures.counts().cases(),
                        figures.counts().clients(),
                        analysed,
                        entered,
                        unchanged,
                        figures.leftOut(),
                        figures.sentences()));
    }

    private record Summary(
            String cohort,
            int cases,
            int clients,
            int analysed,
            int entered,
            int unchanged,
            List<LeftOut> leftOut,
            List<String> sentences) {}
}
