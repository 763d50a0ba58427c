package io.stipple.report;

import io.stipple.model.CaseRecord;
import io.stipple.model.Change;
import io.stipple.model.ChangeKind;
import io.stipple.model.Measurement;
import io.stipple.model.PhotoRow;
import io.stipple.model.ScaleGrade;
import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import io.stipple.model.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a region stands: its latest counted measurement, what changed up to there, and how much of the last session
 * stayed.
 *
 * @param now the latest measured row, or the latest row where none was measured
 * @param since the change up to {@code now} that says most of it; null where the record has none
 * @param fading the latest comparison of a fresh session with its healed result; null where the record has none
 * @param grade how the scale of the photo behind {@code now} is known
 */
public record RegionNow(
        Measurement now,
        @Nullable Change since,
        @Nullable Change fading,
        @Nullable ScaleGrade grade) {
    /** A change up to the same stage that is asked for first: what the last step added, then what it lost, then all. */
    private static final List<ChangeKind> MOST_TELLING =
            List.of(ChangeKind.BUILD_UP, ChangeKind.TOTAL, ChangeKind.PLACED, ChangeKind.FADING);

    /** All regions, in the order of the record's measurements. */
    public static List<RegionNow> of(CaseRecord record) {
        List<Stage> stages = record.stages().stream().map(StageInfo::stage).toList();
        Map<List<String>, Measurement> latest = new LinkedHashMap<>();
        for (Measurement row : record.measurements()) {
            latest.merge(List.of(row.view(), row.region()), row, (one, other) -> later(one, other, stages));
        }
        List<RegionNow> regions = new ArrayList<>();
        for (Measurement now : latest.values()) {
            regions.add(new RegionNow(now, since(record, now), fading(record, now, stages), grade(record, now)));
        }
        return regions;
    }

    private static Measurement later(Measurement one, Measurement other, List<Stage> stages) {
        boolean oneCounts = one.verdict() == Verdict.MEASURED;
        boolean otherCounts = other.verdict() == Verdict.MEASURED;
        if (oneCounts != otherCounts) {
            return oneCounts ? one : other;
        }
        return stages.indexOf(other.stage()) > stages.indexOf(one.stage()) ? other : one;
    }

    private static @Nullable Change since(CaseRecord record, Measurement now) {
        return changes(record, now).stream()
                .filter(change -> change.to().equals(now.stage()))
                .min(Comparator.comparing((Change change) -> change.density() == null)
                        .thenComparing(change -> MOST_TELLING.indexOf(change.kind())))
                .orElse(null);
    }

    private static @Nullable Change fading(CaseRecord record, Measurement now, List<Stage> stages) {
        return changes(record, now).stream()
                .filter(change -> change.kind() == ChangeKind.FADING)
                .max(Comparator.comparing((Change change) -> change.retained() != null)
                        .thenComparing(change -> stages.indexOf(change.to())))
                .orElse(null);
    }

    private static List<Change> changes(CaseRecord record, Measurement now) {
        return record.changes().stream()
                .filter(change ->
                        change.view().equals(now.view()) && change.region().equals(now.region()))
                .toList();
    }

    private static @Nullable ScaleGrade grade(CaseRecord record, Measurement now) {
        return photo(record, now).map(PhotoRow::scaleGrade).orElse(null);
    }

    /** The photo that a measurement was made on. */
    static Optional<PhotoRow> photo(CaseRecord record, Measurement measurement) {
        return record.photos().stream()
                .filter(photo -> Objects.equals(photo.photo(), measurement.photo()))
                .findFirst();
    }
}
