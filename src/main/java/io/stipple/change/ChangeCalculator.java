package io.stipple.change;

import io.stipple.model.ChangeEvidence;
import io.stipple.model.Measurement;
import io.stipple.model.Stage;
import io.stipple.model.TrackedDot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares the stages of a case region by region: the rows of {@code changes.csv}.
 *
 * <p>Definitions. {@code kept}, {@code lost} and {@code added} are counts of tracks as found, of scalp that both
 * photos show. {@code retained} corrects kept for what the later photo misses. The change of density compares the
 * corrected densities; scale and shape of the head are the same in both and drop out. The changes of contrast and
 * pigment are of the mean over the dots found in <em>both</em> stages, so dot loss and lightening stand apart; the mean
 * over all dots of a stage stands in {@code measurements.csv}. Relative changes from a region without treatment are
 * not known, rather than infinite; whether dots came is then told by intervals of density that do not meet.
 */
public final class ChangeCalculator {
    private final ChangeSettings settings;

    public ChangeCalculator(ChangeSettings settings) {
        this.settings = settings;
    }

    /**
     * All rows: views in alphabetical order, regions as first measured, kinds as the contract lists them, each in
     * order of time.
     *
     * @param measurements every view × stage × region; a stage counts for a view where one of its rows has a photo
     * @param dots by view, then stage name
     * @param evidence what else is known of the photos
     */
    public List<ChangeEvidence> evidence(
            List<Measurement> measurements, Map<String, Map<String, List<TrackedDot>>> dots, CaseEvidence evidence) {
        Map<String, List<Measurement>> byView = new TreeMap<>();
        for (Measurement measurement : measurements) {
            byView.computeIfAbsent(measurement.view(), key -> new ArrayList<>()).add(measurement);
        }
        NoiseFloor floor =
                NoiseFloor.of(evidence.repeats(), RepeatShot::densityPerCm2).orElse(null);
        List<ChangeEvidence> changes = new ArrayList<>();
        byView.forEach((view, rows) ->
                changes.addAll(ofView(view, rows, dots.getOrDefault(view, Map.of()), evidence.view(view), floor)));
        return changes;
    }

    private List<ChangeEvidence> ofView(
            String view,
            List<Measurement> rows,
            Map<String, List<TrackedDot>> dots,
            ViewEvidence evidence,
            @Nullable NoiseFloor floor) {
        Set<Stage> photographed = new TreeSet<>();
        Set<String> regions = new LinkedHashSet<>();
        for (Measurement row : rows) {
            regions.add(row.region());
            if (row.photo() != null) {
                photographed.add(row.stage());
            }
        }
        List<ChangeEvidence> changes = new ArrayList<>();
        for (String region : regions) {
            for (StagePair pair : StagePair.among(photographed)) {
                changes.add(new Comparison(
                                view,
                                region,
                                pair,
                                at(pair.from(), region, rows, dots, evidence),
                                at(pair.to(), region, rows, dots, evidence),
                                evidence.reference(),
                                floor,
                                settings)
                        .evidence());
            }
        }
        return changes;
    }

    private static Region at(
            Stage stage,
            String region,
            List<Measurement> rows,
            Map<String, List<TrackedDot>> dots,
            ViewEvidence evidence) {
        Measurement row = rows.stream()
                .filter(candidate ->
                        candidate.stage().equals(stage) && candidate.region().equals(region))
                .findFirst()
                .orElse(null);
        return new Region(row, dots.getOrDefault(stage.name(), List.of()), evidence.photo(stage.name()));
    }
}
