package io.stipple.report;

import io.stipple.model.CaseRecord;
import io.stipple.model.Change;
import io.stipple.model.Dot;
import io.stipple.model.DotFigures;
import io.stipple.model.Measurement;
import io.stipple.model.PercentChange;
import io.stipple.model.PhotoRow;
import io.stipple.model.Stage;
import io.stipple.model.ToneFigures;
import io.stipple.model.ToneTie;
import io.stipple.model.TrackedDot;
import io.stipple.model.ViewRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The four CSV files, with the columns that the contract fixes. */
final class CsvFiles {
    private CsvFiles() {}

    /** Writes {@code photos.csv}: one row for each photo. */
    static void writePhotos(CaseRecord record, Path file) throws IOException {
        try (CsvTable table = new CsvTable(
                file,
                "view",
                "stage",
                "photo",
                "date",
                "sha256",
                "width_px",
                "height_px",
                "px_per_mm",
                "scale_grade",
                "sharpness",
                "glare_pct",
                "registration",
                "residual_mm",
                "overlap_pct",
                "verdict",
                "reason")) {
            for (PhotoRow photo : record.photos()) {
                table.text(photo.view())
                        .text(photo.stage().name())
                        .text(photo.photo())
                        .date(photo.date())
                        .text(photo.sha256())
                        .count(photo.widthPx())
                        .count(photo.heightPx())
                        .number(photo.pxPerMm(), 3)
                        .text(
                                photo.scaleGrade() == null
                                        ? null
                                        : photo.scaleGrade().name())
                        .number(photo.sharpness(), 3)
                        .number(photo.glarePct(), 2)
                        .text(
                                photo.registration() == null
                                        ? null
                                        : photo.registration().word())
                        .number(photo.residualMm(), 4)
                        .number(photo.overlapPct(), 1)
                        .text(photo.verdict().word())
                        .text(photo.reason())
                        .endRow();
            }
        }
    }

    /** Writes {@code measurements.csv}: one row for each view, stage and region. */
    static void writeMeasurements(CaseRecord record, Path file) throws IOException {
        try (CsvTable table = new CsvTable(
                file,
                "view",
                "stage",
                "region",
                "photo",
                "verdict",
                "reason",
                "area_cm2",
                "dots",
                "density_per_cm2",
                "density_lo95",
                "density_hi95",
                "completeness",
                "coverage_pct",
                "contrast",
                "contrast_se",
                "pigment_mm2",
                "pigment_load_pct",
                "diameter_mm",
                "nn_mm",
                "clark_evans",
                "skin_l",
                "skin_a",
                "skin_b",
                "ita_deg",
                "erythema",
                "tone_l",
                "delta_e00_before",
                "region_contrast",
                "tone_tie")) {
            for (Measurement measurement : record.measurements()) {
                table.text(measurement.view())
                        .text(measurement.stage().name())
                        .text(measurement.region())
                        .text(measurement.photo())
                        .text(measurement.verdict().word())
                        .text(measurement.reason())
                        .number(measurement.areaCm2(), 3);
                addDots(table, measurement.dots());
                addTone(table, measurement.tone());
                table.endRow();
            }
        }
    }

    private static void addDots(CsvTable table, @Nullable DotFigures dots) {
        table.count(of(dots, DotFigures::dots))
                .number(of(dots, DotFigures::densityPerCm2), 3)
                .number(of(dots, d -> d.density95().lo()), 3)
                .number(of(dots, d -> d.density95().hi()), 3)
                .number(of(dots, DotFigures::completeness), 4)
                .number(of(dots, DotFigures::coveragePct), 3)
                .number(of(dots, DotFigures::contrast), 5)
                .number(of(dots, DotFigures::contrastSe), 5)
                .number(of(dots, DotFigures::pigmentMm2), 6)
                .number(of(dots, DotFigures::pigmentLoadPct), 4)
                .number(of(dots, DotFigures::diameterMm), 4)
                .number(of(dots, DotFigures::nnMm), 4)
                .number(of(dots, DotFigures::clarkEvans), 4);
    }

    private static void addTone(CsvTable table, @Nullable ToneFigures tone) {
        table.number(of(tone, t -> t.skin().l()), 2)
                .number(of(tone, t -> t.skin().a()), 2)
                .number(of(tone, t -> t.skin().b()), 2)
                .number(of(tone, ToneFigures::itaDeg), 2)
                .number(of(tone, ToneFigures::erythema), 2)
                .number(of(tone, ToneFigures::toneL), 2)
                .number(of(tone, ToneFigures::deltaE00Before), 2)
                .number(of(tone, ToneFigures::regionContrast), 5);
        ToneTie tie = of(tone, ToneFigures::tie);
        table.text(tie == null ? null : tie.word());
    }

    /** Writes {@code changes.csv}: one row for each view, region and pair of stages. */
    static void writeChanges(CaseRecord record, Path file) throws IOException {
        try (CsvTable table = new CsvTable(
                file,
                "view",
                "region",
                "from",
                "to",
                "kind",
                "kept",
                "lost",
                "added",
                "retained_pct",
                "retained_lo95",
                "retained_hi95",
                "density_change_pct",
                "density_change_lo95",
                "density_change_hi95",
                "contrast_change_pct",
                "contrast_change_lo95",
                "contrast_change_hi95",
                "pigment_change_pct",
                "pigment_change_lo95",
                "pigment_change_hi95",
                "mdc95_pct",
                "verdict",
                "double_dots",
                "double_dots_by_chance")) {
            for (Change change : record.changes()) {
                table.text(change.view())
                        .text(change.region())
                        .text(change.from().name())
                        .text(change.to().name())
                        .text(change.kind().word())
                        .count(change.kept())
                        .count(change.lost())
                        .count(change.added());
                addPercent(table, change.retained());
                addPercent(table, change.density());
                addPercent(table, change.contrast());
                addPercent(table, change.pigment());
                table.number(change.mdc95Pct(), 2)
                        .text(change.verdict().word())
                        .count(change.doubleDots())
                        .number(change.doubleDotsByChance(), 2)
                        .endRow();
            }
        }
    }

    private static void addPercent(CsvTable table, @Nullable PercentChange change) {
        table.number(of(change, PercentChange::pct), 2)
                .number(of(change, c -> c.interval95().lo()), 2)
                .number(of(change, c -> c.interval95().hi()), 2);
    }

    /** Writes {@code dots.csv}: one row for each dot and photo. */
    static void writeDots(CaseRecord record, Path file) throws IOException {
        try (CsvTable table = new CsvTable(
                file,
                "view",
                "stage",
                "photo",
                "dot",
                "x_px",
                "y_px",
                "x_ref_px",
                "y_ref_px",
                "diameter_mm",
                "contrast",
                "pigment_mm2",
                "region",
                "fate",
                "recovered")) {
            for (ViewRecord view : record.views()) {
                Map<String, String> photos = measuredPhotos(record, view.view());
                for (Map.Entry<String, List<TrackedDot>> stage : view.dots().entrySet()) {
                    for (TrackedDot dot : stage.getValue()) {
                        table.text(view.view()).text(stage.getKey()).text(photos.get(stage.getKey()));
                        addDot(table, dot);
                    }
                }
            }
        }
    }

    private static void addDot(CsvTable table, TrackedDot tracked) {
        Dot dot = tracked.dot();
        table.count(tracked.track())
                .number(dot.centre().x(), 3)
                .number(dot.centre().y(), 3)
                .number(tracked.reference().x(), 3)
                .number(tracked.reference().y(), 3)
                .number(dot.diameterMm(), 4)
                .number(dot.contrast(), 4)
                .number(dot.pigmentMm2(), 6)
                .text(tracked.region())
                .text(tracked.fate().word())
                .text(tracked.recovered() ? "yes" : "no")
                .endRow();
    }

    /**
     * Which photo of a stage its dots come from, by stage name: the one that the measurements name, else the stage's
     * only photo; a stage with repeat shots and no measurement stays out.
     */
    private static Map<String, String> measuredPhotos(CaseRecord record, String view) {
        Map<String, String> photos = record.photos().stream()
                .filter(photo -> photo.view().equals(view))
                .collect(Collectors.groupingBy(photo -> photo.stage().name()))
                .entrySet()
                .stream()
                .filter(stage -> stage.getValue().size() == 1)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        stage -> stage.getValue().get(0).photo(),
                        (one, other) -> one,
                        HashMap::new));
        for (Measurement measurement : record.measurements()) {
            Stage stage = measurement.stage();
            String photo = measurement.photo();
            if (measurement.view().equals(view) && photo != null) {
                photos.put(stage.name(), photo);
            }
        }
        return photos;
    }

    private static <F, T> @Nullable T of(@Nullable F figures, Function<F, @Nullable T> figure) {
        return figures == null ? null : figure.apply(figures);
    }
}
