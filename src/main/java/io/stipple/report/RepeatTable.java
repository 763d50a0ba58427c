package io.stipple.report;

import io.stipple.model.CaseRecord;
import io.stipple.model.RepeatAgreement;
import java.util.List;
import java.util.Locale;

/** The clinic's own table of how well its figures repeat, in plain ASCII. */
public final class RepeatTable {
    private RepeatTable() {}

    /** A heading and a line for each figure, or why there is none. */
    public static String text(CaseRecord record) {
        List<RepeatAgreement> rows = record.assessment().repeatability();
        if (rows.isEmpty()) {
            return """
                    Repeats: too few. Take a view twice on one day (top.jpg, top-2.jpg) in at least three regions or visits
                    to learn by how much your figures move when nothing has changed.
                    """;
        }
        StringBuilder text = new StringBuilder("""
                Repeats (Bland and Altman 1986): how far figures move when nothing has changed
                figure     pairs    bias %    95 % limits %     SEM %   MDC95 %
                """);
        for (RepeatAgreement row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-9s  %5d  %+8.1f  %+7.1f to %+5.1f  %8.1f  %8.1f\n",
                    row.figure(),
                    row.pairs(),
                    row.biasPct(),
                    row.limits95Pct().lo(),
                    row.limits95Pct().hi(),
                    row.semPct(),
                    row.mdc95Pct()));
        }
        return text.toString();
    }
}
