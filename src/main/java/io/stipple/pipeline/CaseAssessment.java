package io.stipple.pipeline;

import io.stipple.change.BlandAltman;
import io.stipple.change.CaseEvidence;
import io.stipple.change.ChangeSettings;
import io.stipple.change.DotSurvival;
import io.stipple.change.FadingParts;
import io.stipple.change.SessionShares;
import io.stipple.model.Assessment;
import io.stipple.model.Change;
import io.stipple.model.Measurement;
import io.stipple.model.Outline;
import io.stipple.model.StageInfo;
import io.stipple.model.SurvivalCurve;
import io.stipple.model.ViewRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Asks the figures of a case what they say together. */
final class CaseAssessment {
    private final List<StageInfo> stages;
    private final List<ViewRecord> views;
    private final List<Measurement> measurements;
    private final List<Change> changes;
    private final CaseEvidence evidence;
    private final ChangeSettings settings;

    CaseAssessment(
            List<StageInfo> stages,
            List<ViewRecord> views,
            List<Measurement> measurements,
            List<Change> changes,
            CaseEvidence evidence,
            ChangeSettings settings) {
        this.stages = stages;
        this.views = views;
        this.measurements = measurements;
        this.changes = changes;
        this.evidence = evidence;
        this.settings = settings;
    }

    Assessment assess() {
        return new Assessment(
                FadingParts.of(
                        changes,
                        measurements,
                        views.stream().collect(Collectors.toMap(ViewRecord::view, ViewRecord::dots)),
                        stages,
                        settings),
                SessionShares.of(measurements, evidence, settings),
                survival(),
                BlandAltman.table(evidence.repeats()));
    }

    private List<SurvivalCurve> survival() {
        List<SurvivalCurve> curves = new ArrayList<>();
        for (ViewRecord view : views) {
            for (Outline region : view.regions()) {
                DotSurvival.of(view.view(), region.name(), stages, view.dots()).ifPresent(curves::add);
            }
        }
        return curves;
    }
}
