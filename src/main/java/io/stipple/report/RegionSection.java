package io.stipple.report;

import io.stipple.model.CaseRecord;
import io.stipple.model.Change;
import io.stipple.model.ChangeKind;
import io.stipple.model.DotFigures;
import io.stipple.model.Interval;
import io.stipple.model.Lab;
import io.stipple.model.Measurement;
import io.stipple.model.PercentChange;
import io.stipple.model.PhotoRow;
import io.stipple.model.ScaleGrade;
import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import io.stipple.model.ToneFigures;
import io.stipple.model.ToneTie;
import io.stipple.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the page says of one region of a view.
 *
 * @param name of the region
 * @param story what the record says beside the tables
 * @param density small chart over the stages
 * @param contrast small chart over the stages
 * @param survival small chart over the age of dots; null where nothing is known
 * @param stages a row of figures for each stage
 * @param changes a row for each comparison of two stages
 */
record RegionSection(
        String name,
        RegionStory story,
        Chart density,
        Chart contrast,
        @Nullable SurvivalChart survival,
        List<StageRow> stages,
        List<ChangeRow> changes) {
    /** 97.5 % quantile of the normal distribution: an interval of 95 % from a standard error. */
    private static final double Z95 = 1.96;

    /** A row of figures; {@code note} says why some are missing. */
    record StageRow(
            String stage,
            String grade,
            String note,
            Cell area,
            Cell dots,
            Cell density,
            Cell completeness,
            Cell contrast,
            Cell pigment,
            Cell load,
            Cell diameter,
            Cell spacing,
            Cell skin,
            Cell regionContrast,
            Cell deltaE) {
        /** Whether there is no figure at all. */
        public boolean unknown() {
            return !area.known() && !dots.known() && !skin.known();
        }
    }

    /** All regions of a view, in the order of the record; their charts share one scale, so that they can be compared. */
    static List<RegionSection> of(CaseRecord record, String view) {
        List<RegionNow> regions = RegionNow.of(record).stream()
                .filter(region -> region.now().view().equals(view))
                .toList();
        List<String> names =
                regions.stream().map(region -> region.now().region()).toList();
        List<List<Chart.Value>> densities = new ArrayList<>();
        List<List<Chart.Value>> contrasts = new ArrayList<>();
        for (String name : names) {
            densities.add(values(record, view, name, RegionSection::densityValue));
            contrasts.add(values(record, view, name, RegionSection::contrastValue));
        }
        double densityTop = Chart.sharedTop(densities);
        double contrastTop = Chart.sharedTop(contrasts);
        double longestDays = SurvivalChart.longestDays(record, view);
        List<RegionSection> sections = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            sections.add(new RegionSection(
                    name,
                    RegionStory.of(record, regions.get(i)),
                    Chart.of(name, "Density", densities.get(i), densityFloors(record, view, name), densityTop),
                    Chart.of(
                            name,
                            "Contrast of a dot",
                            contrasts.get(i),
                            contrastFloors(record, view, name),
                            contrastTop),
                    RegionStory.curve(record, view, name)
                            .map(curve -> SurvivalChart.of(curve, longestDays))
                            .orElse(null),
                    stageRows(record, view, name),
                    ChangeRow.of(record, view, name)));
        }
        return sections;
    }

    private static List<Chart.Floor> densityFloors(CaseRecord record, String view, String region) {
        return healedChanges(record, view, region)
                .flatMap(change -> change.mdc95Pct() == null
                        ? Stream.empty()
                        : Stream.of(new Chart.Floor(change.from(), change.to(), change.mdc95Pct())))
                .toList();
    }

    /** Of contrast, repeat shots alone tell the floor. */
    private static List<Chart.Floor> contrastFloors(CaseRecord record, String view, String region) {
        return record.assessment().repeatability().stream()
                .filter(figure -> figure.figure().equals("contrast"))
                .flatMap(figure -> healedChanges(record, view, region)
                        .map(change -> new Chart.Floor(change.from(), change.to(), figure.mdc95Pct())))
                .toList();
    }

    /** From each healed stage to the next. */
    private static Stream<Change> healedChanges(CaseRecord record, String view, String region) {
        return record.changes().stream()
                .filter(change -> change.view().equals(view) && change.region().equals(region))
                .filter(change -> change.kind() == ChangeKind.BUILD_UP);
    }

    private interface Figure {
        Chart.Value of(Stage stage, @Nullable DotFigures dots);
    }

    private static List<Chart.Value> values(CaseRecord record, String view, String region, Figure figure) {
        return record.stages().stream()
                .map(StageInfo::stage)
                .map(stage -> figure.of(
                        stage,
                        row(record, view, region, stage).map(Measurement::dots).orElse(null)))
                .toList();
    }

    private static Chart.Value densityValue(Stage stage, @Nullable DotFigures dots) {
        if (dots == null) {
            return new Chart.Value(stage, null, null, "");
        }
        Cell cell = density(dots);
        return new Chart.Value(
                stage, dots.densityPerCm2(), dots.density95(), cell.text() + " dots/cm² (" + cell.detail() + ")");
    }

    private static Chart.Value contrastValue(Stage stage, @Nullable DotFigures dots) {
        Double contrast = dots == null ? null : dots.contrast();
        if (dots == null || contrast == null) {
            return new Chart.Value(stage, null, null, "");
        }
        Cell cell = withError(contrast, dots.contrastSe(), 3);
        Double error = dots.contrastSe();
        Interval interval = error == null ? null : new Interval(contrast - Z95 * error, contrast + Z95 * error);
        String detail = cell.detail().isEmpty() ? "" : " (" + cell.detail() + ")";
        return new Chart.Value(stage, contrast, interval, cell.text() + detail);
    }

    /** The figures of a region at a stage; empty where the record has no such row. */
    static Optional<Measurement> row(CaseRecord record, String view, String region, Stage stage) {
        return record.measurements().stream()
                .filter(row -> row.view().equals(view)
                        && row.region().equals(region)
                        && row.stage().equals(stage))
                .findFirst();
    }

    private static List<StageRow> stageRows(CaseRecord record, String view, String region) {
        return record.stages().stream()
                .map(StageInfo::stage)
                .flatMap(stage -> row(record, view, region, stage).stream())
                .map(row -> stageRow(record, row))
                .toList();
    }

    private static StageRow stageRow(CaseRecord record, Measurement row) {
        DotFigures dots = row.dots();
        ToneFigures tone = row.tone();
        String why = row.reason().isBlank() ? "not known" : row.reason();
        String note =
                row.verdict() == Verdict.MEASURED ? row.reason() : row.verdict().word() + ": " + row.reason();
        ScaleGrade grade =
                RegionNow.photo(record, row).map(PhotoRow::scaleGrade).orElse(null);
        return new StageRow(
                Words.label(row.stage()),
                grade == null ? "" : grade.name(),
                note,
                Cell.number(row.areaCm2(), 1, "", why),
                dots == null ? Cell.missing(why) : Cell.of(Integer.toString(dots.dots())),
                dots == null ? Cell.missing(why) : density(dots),
                dots == null ? Cell.missing(why) : completeness(dots),
                dots == null ? Cell.missing(why) : withError(dots.contrast(), dots.contrastSe(), 3),
                dots == null ? Cell.missing(why) : withError(dots.pigmentMm2(), dots.pigmentSeMm2(), 4),
                dots == null ? Cell.missing(why) : Cell.number(dots.pigmentLoadPct(), 2, "", why),
                Cell.number(dots == null ? null : dots.diameterMm(), 2, "", why),
                dots == null ? Cell.missing(why) : spacing(dots, why),
                tone == null ? Cell.missing(why) : skin(tone),
                Cell.number(tone == null ? null : tone.regionContrast(), 3, "", why),
                deltaE(tone, beforeReason(row, why)));
    }

    private static Cell deltaE(@Nullable ToneFigures tone, String why) {
        Double deltaE = tone == null ? null : tone.deltaE00Before();
        ToneTie tie = tone == null ? null : tone.tie();
        return deltaE == null || tie == null
                ? Cell.missing(why)
                : Cell.of(
                        Decimals.fixed(deltaE, 1), tie == ToneTie.REFERENCE ? "by untreated skin" : "by its own skin");
    }

    private static String beforeReason(Measurement row, String why) {
        return row.stage().equals(Stage.BEFORE) ? "this is the stage before treatment" : why;
    }

    private static Cell density(DotFigures dots) {
        int places = Words.places(dots.densityPerCm2());
        return Cell.of(Decimals.fixed(dots.densityPerCm2(), places), Words.interval(dots.density95(), places));
    }

    private static Cell completeness(DotFigures dots) {
        Double share = dots.completeness();
        Double se = dots.completenessSe();
        return share == null || se == null
                ? Cell.missing("too few dots to copy as artificial ones")
                : Cell.of(Decimals.fixed(100 * share, 1) + " %", "± " + Decimals.fixed(100 * Z95 * se, 1));
    }

    private static Cell withError(@Nullable Double value, @Nullable Double error, int places) {
        if (value == null) {
            return Cell.missing("no dots to take it from");
        }
        String text = Cell.minus(Decimals.fixed(value, places));
        return error == null
                ? Cell.of(text)
                : Cell.of(
                        text,
                        Cell.minus(Words.interval(new Interval(value - Z95 * error, value + Z95 * error), places)));
    }

    private static Cell spacing(DotFigures dots, String why) {
        Double regularity = dots.clarkEvans();
        Cell distance = Cell.number(dots.nnMm(), 2, "", why);
        return regularity == null || dots.nnMm() == null
                ? distance
                : Cell.of(distance.text(), "R " + Decimals.fixed(regularity, 2));
    }

    private static Cell skin(ToneFigures tone) {
        Lab skin = tone.skin();
        String lab = Cell.minus(Decimals.fixed(skin.l(), 1) + " / " + Decimals.fixed(skin.a(), 1) + " / "
                + Decimals.fixed(skin.b(), 1));
        return Cell.of(lab, "ITA " + Cell.minus(Decimals.fixed(tone.itaDeg(), 0)) + "°");
    }

    static Cell share(@Nullable PercentChange share, String why) {
        return share == null
                ? Cell.missing(why)
                : Cell.of(Decimals.fixed(share.pct(), 1) + " %", Words.interval(share.interval95(), 1));
    }

    static Cell percent(@Nullable PercentChange change, String why) {
        if (change == null) {
            return Cell.missing(why);
        }
        int places = Words.places(change.pct());
        return Cell.of(
                Cell.minus(Words.signed(change.pct(), places)) + " %",
                Cell.minus(Words.interval(change.interval95(), places)));
    }
}
