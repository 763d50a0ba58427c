package io.stipple.pipeline;

import io.stipple.change.CaseEvidence;
import io.stipple.change.Cautions;
import io.stipple.change.ChangeCalculator;
import io.stipple.change.RepeatShot;
import io.stipple.change.ViewEvidence;
import io.stipple.model.CaseRecord;
import io.stipple.model.Change;
import io.stipple.model.ChangeEvidence;
import io.stipple.model.Finding;
import io.stipple.model.Measurement;
import io.stipple.model.PhotoRow;
import io.stipple.model.TrackedDot;
import io.stipple.model.Verdict;
import io.stipple.model.ViewRecord;
import io.stipple.series.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts what the views gave together into the record of the case. */
final class CaseAssembly {
    private CaseAssembly() {}

    static CaseRecord of(Series series, List<MeasuredView> views, AnalysisSettings settings) {
        List<PhotoRow> photos = new ArrayList<>();
        List<ViewRecord> viewRecords = new ArrayList<>();
        List<Measurement> measurements = new ArrayList<>();
        List<Finding> findings = new ArrayList<>(series.findings());
        Map<String, Map<String, List<TrackedDot>>> dots = new LinkedHashMap<>();
        Map<String, ViewEvidence> evidence = new LinkedHashMap<>();
        List<RepeatShot> repeats = new ArrayList<>();
        List<ViewFigures> allFigures = new ArrayList<>();
        for (MeasuredView view : views) {
            ViewFigures figures = ViewFigures.of(view, settings);
            view.photos().forEach(photo -> photos.add(photo.row()));
            viewRecords.add(figures.record());
            measurements.addAll(figures.measurements());
            dots.put(view.view(), figures.record().countedDots());
            evidence.put(view.view(), figures.evidence());
            repeats.addAll(figures.repeats());
            findings.addAll(view.findings());
            allFigures.add(figures);
        }
        CaseEvidence known = new CaseEvidence(evidence, repeats);
        List<ChangeEvidence> comparisons = new ChangeCalculator(settings.change()).evidence(measurements, dots, known);
        List<Change> changes = comparisons.stream().map(ChangeEvidence::change).toList();
        findings.addAll(notMeasured(photos, measurements));
        findings.addAll(Cautions.healing(series.stages(), settings.change()));
        findings.addAll(Cautions.freshAgainstHealed(changes));
        return new CaseRecord(
                series.client(),
                series.config().skin(),
                series.config().consent(),
                series.stages(),
                photos,
                viewRecords,
                measurements,
                comparisons,
                new CaseAssessment(series, allFigures, changes, known, settings).assess(),
                findings,
                ChoicesList.of(series.config()),
                SettingsList.of(settings),
                Versions.all());
    }

    /** One finding for each photo, and for each region of a usable photo, that gave less than was hoped for. */
    private static List<Finding> notMeasured(List<PhotoRow> photos, List<Measurement> measurements) {
        List<Finding> findings = new ArrayList<>();
        for (PhotoRow photo : photos) {
            if (photo.verdict() != Verdict.MEASURED) {
                findings.add(missing(photo.photo(), photo.verdict(), photo.reason()));
            }
        }
        List<String> said = findings.stream().map(Finding::subject).toList();
        for (Measurement row : measurements) {
            if (row.verdict() != Verdict.MEASURED && row.photo() != null && !said.contains(row.photo())) {
                findings.add(missing(row.photo() + ", " + row.region(), row.verdict(), row.reason()));
            }
        }
        return findings;
    }

    private static Finding missing(String subject, Verdict verdict, String reason) {
        return new Finding(Finding.Severity.NOT_MEASURED, subject, verdict.word() + ": " + reason);
    }
}
