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
import io.stipple.model.TrackedDot;
import io.stipple.model.ViewRecord;
import io.stipple.series.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks the figures of a case what they say together. */
final class CaseAssessment {
    private final Series series;
    private final List<ViewFigures> views;
    private final List<Change> changes;
    private final CaseEvidence evidence;
    private final AnalysisSettings settings;

    CaseAssessment(
            Series series,
            List<ViewFigures> views,
            List<Change> changes,
            CaseEvidence evidence,
            AnalysisSettings settings) {
        this.series = series;
        this.views = views;
        this.changes = changes;
        this.evidence = evidence;
        this.settings = settings;
    }

    Assessment assess() {
        List<StageInfo> visits = series.stages();
        List<Measurement> measurements =
                views.stream().flatMap(view -> view.measurements().stream()).toList();
        Map<String, Map<String, List<TrackedDot>>> dots =
                views.stream().map(ViewFigures::record).collect(Collectors.toMap(ViewRecord::view, ViewRecord::dots));
        List<FreeSpace> freeSpace = freeSpace(visits);
        return new Assessment(
                FadingParts.of(changes, measurements, dots, visits, settings.change()),
                SessionShares.of(measurements, dots, evidence, settings.change()),
                survival(visits),
                BlandAltman.table(evidence.repeats()),
                new SessionPlanner(settings.change(), settings.plan())
                        .advice(
                                measurements,
                                changes,
                                freeSpace,
                                visits,
                                series.config().target(),
                                evidence),
                freeSpace,
                hairlines(visits),
                views.stream().flatMap(view -> view.hueDrifts().stream()).toList(),
                views.stream().flatMap(view -> view.blends().stream()).toList());
    }

    private List<FreeSpace> freeSpace(List<StageInfo> visits) {
        return views.stream()
                .flatMap(view -> FreeSpaceMap.of(view.record(), view.evidence(), visits, settings.freeSpace()).stream())
                .toList();
    }

    private List<HairlineFigures> hairlines(List<StageInfo> visits) {
        List<HairlineFigures> figures = new ArrayList<>();
        for (ViewFigures view : views) {
            HeadAxes axes = view.axes();
            if (axes != null) {
                figures.addAll(Hairline.of(view.record(), axes, view.evidence(), visits, settings.hairline()));
            }
        }
        return figures;
    }

    private List<SurvivalCurve> survival(List<StageInfo> visits) {
        List<SurvivalCurve> curves = new ArrayList<>();
        for (ViewFigures view : views) {
            ViewRecord record = view.record();
            for (Outline region : record.regions()) {
                DotSurvival.of(record.view(), region.name(), visits, record.countedDots())
                        .ifPresent(curves::add);
            }
        }
        return curves;
    }
}
