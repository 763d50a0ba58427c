package io.stipple.series;

import io.stipple.model.Finding;
import io.stipple.model.Finding.Severity;
import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts stages in order of time. */
final class StageOrder {
    private StageOrder() {}

    /**
     * The stages by date; one without a date keeps its place in the treatment, behind the stage that precedes it.
     *
     * @param stages in any order
     * @param findings gets a warning for each date that contradicts the treatment
     */
    static List<StageInfo> inTime(Collection<StageInfo> stages, List<Finding> findings) {
        List<StageInfo> treatment =
                stages.stream().sorted(Comparator.comparing(StageInfo::stage)).toList();
        warnOfContradictions(treatment, findings);
        Map<Stage, LocalDate> sortedBy = new LinkedHashMap<>();
        LocalDate last = LocalDate.MIN;
        for (StageInfo info : treatment) {
            LocalDate date = info.date();
            last = date == null ? last : date;
            sortedBy.put(info.stage(), last);
        }
        List<StageInfo> ordered = new ArrayList<>(treatment);
        ordered.sort(Comparator.comparing((StageInfo info) -> sortedBy.getOrDefault(info.stage(), LocalDate.MIN))
                .thenComparing(StageInfo::stage));
        return ordered;
    }

    private static void warnOfContradictions(List<StageInfo> treatment, List<Finding> findings) {
        @Nullable StageInfo before = null;
        for (StageInfo info : treatment) {
            LocalDate date = info.date();
            if (date == null) {
                continue;
            }
            LocalDate earlier = before == null ? null : before.date();
            if (before != null && earlier != null && date.isBefore(earlier)) {
                findings.add(new Finding(
                        Severity.WARNING,
                        info.stage().name(),
                        info.stage() + " is dated " + date + ", before " + before.stage() + " of " + earlier
                                + ": the stages are taken in the order of their dates"));
            }
            before = info;
        }
    }
}
