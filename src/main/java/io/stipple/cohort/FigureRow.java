package io.stipple.cohort;

import io.stipple.cohort.CohortFigures.MeanFigure;
import io.stipple.cohort.CohortFigures.Proportion;
import io.stipple.model.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code cohort.csv}: one figure. A null is an empty cell: not known, or not of this kind.
 *
 * @param section of the report
 * @param factor that the group is of, else empty
 * @param group that the figure is of; empty for all
 * @param figure its name
 * @param value in {@code unit}
 * @param interval95 of the value
 * @param unit of value and interval; {@code 1} for plain numbers
 * @param clients behind it
 * @param comparisons behind it
 * @param reason why the value is missing, or what it is to be taken for
 */
record FigureRow(
        String section,
        String factor,
        String group,
        String figure,
        @Nullable Double value,
        @Nullable Interval interval95,
        String unit,
        @Nullable Integer clients,
        @Nullable Integer comparisons,
        String reason) {
    static final String PCT = "%";
    static final String POINTS = "percentage points";
    static final String NUMBER = "1";

    /** A figure without an interval. */
    static FigureRow of(
            String section,
            String factor,
            String group,
            String figure,
            @Nullable Double value,
            String unit,
            @Nullable Integer clients,
            String reason) {
        return new FigureRow(section, factor, group, figure, value, null, unit, clients, null, reason);
    }

    static FigureRow count(String section, String factor, String group, String figure, int count) {
        return of(section, factor, group, figure, (double) count, NUMBER, null, "");
    }

    static FigureRow mean(String section, String factor, String group, String figure, MeanFigure mean) {
        return new FigureRow(
                section,
                factor,
                group,
                figure,
                mean.mean(),
                mean.interval95(),
                PCT,
                mean.clients(),
                mean.comparisons(),
                mean.reason());
    }

    /** How many, and what share that is. */
    static List<FigureRow> share(
            String section, String factor, String group, String figure, Proportion share, @Nullable Integer clients) {
        FigureRow pct = new FigureRow(
                section,
                factor,
                group,
                "share " + figure,
                share.pct(),
                share.interval95(),
                PCT,
                clients,
                null,
                share.pct() == null ? "there are none to take a share of" : "");
        return List.of(count(section, factor, group, "number " + figure, share.count()), pct);
    }
}
