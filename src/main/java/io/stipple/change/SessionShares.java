package io.stipple.change;

import io.stipple.model.Interval;
import io.stipple.model.Measurement;
import io.stipple.model.SessionShare;
import io.stipple.model.StageKind;
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
     */
    public static List<SessionShare> of(
            List<Measurement> measurements, CaseEvidence evidence, ChangeSettings settings) {
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
            addShares(rows, evidence, settings, shares);
        }
        return shares;
    }

    private static void addShares(
            List<Measurement> rows, CaseEvidence evidence, ChangeSettings settings, List<SessionShare> shares) {
        Measurement last = rows.get(rows.size() - 1);
        Region.Counted finished = counted(last, evidence, settings);
        if (finished == null) {
            return;
        }
        Estimate whole = finished.density(settings);
        if (whole.value() < settings.untreatedBelowPerCm2()
                || whole.interval95().lo() <= 0) {
            return;
        }
        for (Measurement row : rows.subList(0, rows.size() - 1)) {
            Region.Counted part = counted(row, evidence, settings);
            if (part != null) {
                Estimate share = part.density(settings).over(whole);
                Interval interval = share.interval95();
                shares.add(new SessionShare(
                        row.view(),
                        row.region(),
                        row.stage(),
                        last.stage(),
                        100 * share.value(),
                        new Interval(100 * interval.lo(), 100 * interval.hi())));
            }
        }
    }

    private static Region.@Nullable Counted counted(Measurement row, CaseEvidence evidence, ChangeSettings settings) {
        PhotoEvidence photo = evidence.view(row.view()).photo(row.stage().name());
        return new Region(row, List.of(), photo).counted(settings);
    }
}
