package io.stipple.change;

import io.stipple.model.Change;
import io.stipple.model.ChangeKind;
import io.stipple.model.FadingSplit;
import io.stipple.model.Interval;
import io.stipple.model.Measurement;
import io.stipple.model.PercentChange;
import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import io.stipple.model.TrackedDot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes fading apart: dots that went, that became lighter, that became smaller, beside healing age and redness. */
public final class FadingParts {
    private FadingParts() {}

    /**
     * A row for each fading that could be told, in the order of {@code changes}.
     *
     * @param changes of the case
     * @param measurements of the case
     * @param dots by view, then stage name
     * @param stages visits with their dates
     */
    public static List<FadingSplit> of(
            List<Change> changes,
            List<Measurement> measurements,
            Map<String, Map<String, List<TrackedDot>>> dots,
            List<StageInfo> stages,
            ChangeSettings settings) {
        return changes.stream()
                .filter(change -> change.kind() == ChangeKind.FADING && change.kept() != null)
                .map(change ->
                        split(change, measurements, dots.getOrDefault(change.view(), Map.of()), stages, settings))
                .toList();
    }

    private static FadingSplit split(
            Change change,
            List<Measurement> measurements,
            Map<String, List<TrackedDot>> dots,
            List<StageInfo> stages,
            ChangeSettings settings) {
        DotFates fates = DotFates.of(
                change.region(),
                dots.getOrDefault(change.from().name(), List.of()),
                PhotoEvidence.none(),
                dots.getOrDefault(change.to().name(), List.of()),
                PhotoEvidence.none());
        Optional<Double> days = Days.between(change.from(), change.to(), stages);
        return new FadingSplit(
                change.view(),
                change.region(),
                change.from(),
                change.to(),
                lost(change.retained()),
                change.contrast(),
                PairedChange.ofDiameter(settings)
                        .of(fates.kept(), 1)
                        .map(Judged::figure)
                        .orElse(null),
                days.map(Double::intValue).orElse(null),
                redness(change, measurements));
    }

    private static @Nullable PercentChange lost(@Nullable PercentChange retained) {
        return retained == null
                ? null
                : new PercentChange(
                        100 - retained.pct(),
                        new Interval(
                                100 - retained.interval95().hi(),
                                100 - retained.interval95().lo()));
    }

    private static @Nullable Double redness(Change change, List<Measurement> measurements) {
        Double from = erythema(change, change.from(), measurements);
        Double to = erythema(change, change.to(), measurements);
        return from == null || to == null ? null : to - from;
    }

    private static @Nullable Double erythema(Change change, Stage stage, List<Measurement> measurements) {
        for (Measurement row : measurements) {
            if (row.view().equals(change.view())
                    && row.region().equals(change.region())
                    && row.stage().equals(stage)) {
                return row.tone() == null ? null : row.tone().erythema();
            }
        }
        return null;
    }
}
