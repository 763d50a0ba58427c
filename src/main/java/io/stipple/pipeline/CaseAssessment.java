package io.stipple.pipeline;

import io.stipple.change.BlandAltman;
import io.stipple.change.CaseEvidence;
import io.stipple.change.DotSurvival;
import io.stipple.change.FadingParts;
import io.stipple.change.FreeSpaceMap;
import io.stipple.change.Hairline;
import io.stipple.change.SessionPlanner;
import io.stipple.change.SessionShares;
import io.stipple.model.Assessment;
import io.stipple.model.Change;
import io.stipple.model.FreeSpace;
import io.stipple.model.HairlineFigures;
import io.stipple.model.HeadAxes;
import io.stipple.model.Measurement;
import io.stipple.model.Outline;
import io.stipple.model.StageInfo;
import io.stipple.model.SurvivalCurve;
import io.stipple.model.Target;
import io.stipple.model.ViewRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks the figures of a case what they say together. */
final class CaseAssessment {
    private final List<StageInfo> stages;
    private final Target target;
    private final List<ViewRecord> views;
    private final List<Measurement> measurements;
    private final List<Change> changes;
    private final CaseEvidence evidence;
    private final Map<String, HeadAxes> axes;
    private final AnalysisSettings settings;

    CaseAssessment(
            List<StageInfo> stages,
            Target target,
            List<ViewRecord> views,
            List<Measurement> measurements,
            List<Change> changes,
            CaseEvidence evidence,
            Map<String, HeadAxes> axes,
            AnalysisSettings settings) {
        this.stages = stages;
        this.target = target;
        this.views = views;
        this.measurements = measurements;
        this.changes = changes;
        this.evidence = evidence;
        this.axes = axes;
        this.settings = settings;
    }

    Assessment assess() {
        List<FreeSpace> freeSpace = freeSpace();
        return new Assessment(
                FadingParts.of(
                        changes,
                        measurements,
                        views.stream().collect(Collectors.toMap(ViewRecord::view, ViewRecord::dots)),
                        stages,
                        settings.change()),
                SessionShares.of(measurements, evidence, settings.change()),
                survival(),
                BlandAltman.table(evidence.repeats()),
                new SessionPlanner(settings.change(), settings.plan())
                        .advice(measurements, changes, freeSpace, stages, target, evidence),
                freeSpace,
                hairlines());
    }

    private List<FreeSpace> freeSpace() {
        return views.stream()
                .flatMap(view ->
                        FreeSpaceMap.of(view, evidence.view(view.view()), stages, settings.freeSpace()).stream())
                .toList();
    }

    private List<HairlineFigures> hairlines() {
        List<HairlineFigures> figures = new ArrayList<>();
        for (ViewRecord view : views) {
            HeadAxes lies = axes.get(view.view());
            if (lies != null) {
                figures.addAll(Hairline.of(view, lies, evidence.view(view.view()), stages, settings.hairline()));
            }
        }
        return figures;
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
