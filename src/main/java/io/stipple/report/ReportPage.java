package io.stipple.report;

import io.stipple.model.CaseRecord;
import io.stipple.model.Change;
import io.stipple.model.Finding;
import io.stipple.model.Finding.Severity;
import io.stipple.model.Measurement;
import io.stipple.model.PhotoRow;
import io.stipple.model.RepeatAgreement;
import io.stipple.model.StageInfo;
import io.stipple.model.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that the template puts on the page, as text ready to be escaped. */
record ReportPage(
        String client,
        String skin,
        String counts,
        List<StageCard> stages,
        List<String> sentences,
        List<ViewSection.StagePicture> pair,
        List<FindingGroup> findings,
        List<GlanceView> glance,
        List<HairlineRow> hairlines,
        List<RepeatRow> repeats,
        List<ViewSection> views,
        List<PhotoLine> photos,
        String recordSha256,
        Map<String, String> choices,
        Map<String, String> settings,
        Map<String, String> versions) {

    /** A visit on the timeline; {@code gap} is the days since the one before. */
    record StageCard(String label, String date, String gap, boolean healed, String details) {}

    /** Findings of one severity. */
    record FindingGroup(String title, String look, List<Finding> findings) {}

    /** The regions of a view as they stand now. */
    record GlanceView(String view, List<GlanceRow> rows) {}

    /** A region as it stands now. */
    record GlanceRow(
            String region,
            String stage,
            String grade,
            String note,
            Cell density,
            Cell kept,
            String keptOf,
            Cell change,
            String since,
            String verdict,
            String look,
            String next) {}

    /** How well a figure repeats, %. */
    record RepeatRow(String figure, Cell pairs, Cell bias, Cell limits, Cell sem, Cell mdc) {}

    /** A line of the evidence. */
    record PhotoLine(
            String photo,
            String stage,
            String hash,
            String hashShort,
            Cell date,
            Cell camera,
            Cell size,
            Cell scale,
            Cell sharpness,
            Cell glare,
            Cell registration,
            Cell overlap,
            String verdict,
            String look,
            String reason) {}

    static ReportPage of(FinishedCase finished) throws IOException {
        return of(finished, ReportPictures.Settings.defaults());
    }

    static ReportPage of(FinishedCase finished, ReportPictures.Settings settings) throws IOException {
        CaseRecord record = finished.record();
        Path folder = finished.folder();
        int pictures =
                record.views().stream().mapToInt(view -> view.aligned().size()).sum();
        ReportPictures small = new ReportPictures(settings, pictures);
        List<RegionNow> regions = RegionNow.of(record);
        return new ReportPage(
                record.client(),
                record.skin() == null ? "" : record.skin(),
                counts(record),
                timeline(record.stages()),
                KeySentences.of(regions),
                FirstPair.of(record, folder, small),
                findings(record.findings()),
                glance(record, regions),
                HairlineRow.of(record),
                record.assessment().repeatability().stream()
                        .map(ReportPage::repeat)
                        .toList(),
                ViewSection.of(record, folder, small),
                record.photos().stream().map(ReportPage::photo).toList(),
                finished.recordSha256(),
                record.choices().byName(),
                new TreeMap<>(record.settings()),
                new TreeMap<>(record.versions()));
    }

    static String counts(CaseRecord record) {
        long measured = record.photos().stream()
                .filter(photo -> photo.verdict() == Verdict.MEASURED)
                .count();
        return measured + " of " + record.photos().size() + " photos measured";
    }

    static List<StageCard> timeline(List<StageInfo> stages) {
        List<StageCard> cards = new ArrayList<>();
        LocalDate before = null;
        for (StageInfo info : stages) {
            LocalDate date = info.date();
            String gap = before == null || date == null ? "" : days(ChronoUnit.DAYS.between(before, date));
            String details = Stream.of(info.pigment(), info.needle(), info.practitioner())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" · "));
            cards.add(new StageCard(
                    Words.label(info.stage()),
                    date == null ? "" : date.toString(),
                    gap,
                    info.stage().healed(),
                    details));
            before = date == null ? before : date;
        }
        return cards;
    }

    private static String days(long days) {
        return (days < 0 ? "−" + -days : "+" + days) + (Math.abs(days) == 1 ? " day" : " days");
    }

    private static List<FindingGroup> findings(List<Finding> findings) {
        return Stream.of(
                        group("What could not be measured, and why", "not-measured", Severity.NOT_MEASURED, findings),
                        group("Take care", "warning", Severity.WARNING, findings),
                        group("Notes", "note", Severity.NOTE, findings))
                .filter(group -> !group.findings().isEmpty())
                .toList();
    }

    private static FindingGroup group(String title, String look, Severity severity, List<Finding> findings) {
        return new FindingGroup(
                title,
                look,
                findings.stream()
                        .filter(finding -> finding.severity() == severity)
                        .toList());
    }

    static List<GlanceView> glance(CaseRecord record, List<RegionNow> regions) {
        return regions.stream()
                .map(region -> region.now().view())
                .distinct()
                .map(view -> new GlanceView(
                        view,
                        regions.stream()
                                .filter(region -> region.now().view().equals(view))
                                .map(region -> glanceRow(record, region))
                                .toList()))
                .toList();
    }

    private static GlanceRow glanceRow(CaseRecord record, RegionNow region) {
        Measurement now = region.now();
        Change since = region.since();
        Change fading = region.fading();
        String noChange = since == null ? "nothing to compare with" : since.reason();
        return new GlanceRow(
                now.region(),
                Words.label(now.stage()),
                region.grade() == null ? "" : region.grade().name(),
                now.verdict() == Verdict.MEASURED ? "" : now.verdict().word() + ": " + now.reason(),
                now.dots() == null
                        ? Cell.missing(now.reason())
                        : Cell.of(
                                Decimals.fixed(
                                        now.dots().densityPerCm2(),
                                        Words.places(now.dots().densityPerCm2())),
                                Words.interval(
                                        now.dots().density95(),
                                        Words.places(now.dots().densityPerCm2()))),
                RegionSection.share(
                        fading == null ? null : fading.retained(),
                        fading == null ? "no session with its healed result" : fading.reason()),
                fading == null || fading.retained() == null ? "" : Words.label(fading.from()),
                RegionSection.percent(since == null ? null : since.density(), noChange),
                since == null ? "" : Words.label(since.from()),
                since == null ? "" : Words.verdict(since.verdict()),
                since == null ? "" : since.verdict().word(),
                RegionStory.advice(record, region).map(Words::advice).orElse("–"));
    }

    private static RepeatRow repeat(RepeatAgreement row) {
        return new RepeatRow(
                row.figure(),
                Cell.of(Integer.toString(row.pairs())),
                Cell.of(Cell.minus(Words.signed(row.biasPct(), 1))),
                Cell.of(Cell.minus(Words.interval(row.limits95Pct(), 1))),
                Cell.of(Decimals.fixed(row.semPct(), 1)),
                Cell.of(Decimals.fixed(row.mdc95Pct(), 1)));
    }

    private static PhotoLine photo(PhotoRow row) {
        String hash = row.sha256() == null ? "" : row.sha256();
        String why = row.reason().isBlank() ? "not known" : row.reason();
        return new PhotoLine(
                row.photo(),
                Words.label(row.stage()),
                hash,
                hash.substring(0, Math.min(12, hash.length())),
                text(row.date() == null ? null : row.date().toString(), "no date"),
                text(row.camera(), "the file does not say"),
                text(row.widthPx() == null ? null : row.widthPx() + " × " + row.heightPx(), why),
                row.pxPerMm() == null
                        ? Cell.missing(why)
                        : Cell.of(
                                Decimals.fixed(row.pxPerMm(), 2),
                                row.scaleGrade() == null
                                        ? ""
                                        : "grade " + row.scaleGrade().name()),
                Cell.number(row.sharpness(), 2, "", why),
                Cell.number(row.glarePct(), 1, "", why),
                registration(row, why),
                Cell.number(row.overlapPct(), 0, "", why),
                row.verdict().word(),
                row.verdict().word(),
                row.reason());
    }

    private static Cell registration(PhotoRow row, String why) {
        if (row.registration() == null) {
            return Cell.missing(why);
        }
        Double residual = row.residualMm();
        return residual == null
                ? Cell.of(row.registration().word())
                : Cell.of(Decimals.fixed(residual, 3), row.registration().word());
    }

    private static Cell text(@Nullable String text, String reasonIfNone) {
        return text == null ? Cell.missing(reasonIfNone) : Cell.of(text);
    }
}
