package io.stipple.change;

import io.stipple.model.Interval;
import io.stipple.model.Measurement;
import io.stipple.model.SessionShare;
import io.stipple.model.StageKind;
import io.stipple.model.TrackedDot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How much of the final density stood after each session: the trade says 30–50 % after one. */
public final class SessionShares {
    private SessionShares() {}

    /**
     * A row for each settled stage but the last, by view and region in alphabetical order, then in time; none where the
     * last settled stage of a region could not be counted or holds no treatment.
     *
     * @param dots by view, then stage name
     */
    public static List<SessionShare> of(
            List<Measurement> measurements,
            Map<String, Map<String, List<TrackedDot>>> dots,
            CaseEvidence evidence,
            ChangeSettings settings) {
        Map<String, List<Measurement>> settled = new TreeMap<>();
        for (Measurement row : measurements) {
            if (row.stage().kind() == StageKind.SETTLED) {
                settled.computeIfAbsent(row.view() + '\n' + row.region(), key -> new ArrayList<>())
                        .add(row);
            }
        }
        List<SessionShare> shares = new ArrayList<>();
        for (List<Measurement> rows : settled.values()) {
            rows.sort(Comparator.comparing(Measurement::stage));
            addShares(rows, dots, evidence, settings, shares);
        }
        return shares;
    }

    private static void addShares(
            List<Measurement> rows,
            Map<String, Map<String, List<TrackedDot>>> dots,
            CaseEvidence evidence,
            ChangeSettings settings,
            List<SessionShare> shares) {
        Measurement last = rows.get(rows.size() - 1);
        Region.Counted finished = counted(last, dots, evidence, settings);
        if (finished == null) {
            return;
        }
        if (finished.density(settings).value() < settings.untreatedBelowPerCm2()) {
            return;
        }
        for (Measurement row : rows.subList(0, rows.size() - 1)) {
            Region.Counted part = counted(row, dots, evidence, settings);
            if (part != null) {
                CommonScalp.of(finished, part).ratio(settings).ifPresent(share -> {
                    Interval interval = share.interval95();
                    shares.add(new SessionShare(
                            row.view(),
                            row.region(),
                            row.stage(),
                            last.stage(),
                            100 * share.value(),
                            new Interval(100 * interval.lo(), 100 * interval.hi())));
                });
            }
        }
    }

    private static Region.@Nullable Counted counted(
            Measurement row,
            Map<String, Map<String, List<TrackedDot>>> dots,
            CaseEvidence evidence,
            ChangeSettings settings) {
        String stage = row.stage().name();
        List<TrackedDot> there = dots.getOrDefault(row.view(), Map.of()).getOrDefault(stage, List.of());
        return new Region(row, there, evidence.view(row.view()).photo(stage)).counted(settings);
    }
}
