package io.stipple.report;

import io.stipple.model.CaseRecord;
import io.stipple.model.Change;
import io.stipple.model.ChangeKind;
import io.stipple.model.ChangeVerdict;
import io.stipple.model.DotFigures;
import io.stipple.model.Measurement;
import io.stipple.model.PercentChange;
import io.stipple.model.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A treated area's figures for a client, each with its interval.
 *
 * @param area in words; {@code Treated area 1} where its name was made up by hand and may say anything
 * @param at the latest stage it was counted at
 * @param before density before treatment
 * @param now density now
 * @param kept of the dots of the last session once healed
 * @param change whether density changed since the first stage, in words
 * @param density now, 1/cm²
 * @param retained of the dots of the last session, %
 * @param verdict of the change since the first stage
 */
record ShareRow(
        String area,
        String at,
        Cell before,
        Cell now,
        Cell kept,
        String change,
        double density,
        @Nullable Double retained,
        @Nullable ChangeVerdict verdict) {
    private static final String NOT_COUNTED = "not counted";

    /** The treated areas of a view that were counted, in the order of the record. */
    static List<ShareRow> of(CaseRecord record, String view) {
        List<ShareRow> rows = new ArrayList<>();
        int unnamed = 0;
        for (RegionNow region : RegionNow.of(record)) {
            DotFigures dots = region.now().dots();
            String name = region.now().region();
            if (!region.now().view().equals(view) || dots == null || !ScalpArea.treated(name)) {
                continue;
            }
            boolean known = ScalpArea.NAMED.contains(name);
            unnamed += known ? 0 : 1;
            rows.add(row(record, region, dots, known ? words(name) : "Treated area " + unnamed));
        }
        return rows;
    }

    private static ShareRow row(CaseRecord record, RegionNow region, DotFigures dots, String area) {
        Measurement now = region.now();
        Optional<DotFigures> before = record.measurements().stream()
                .filter(row -> row.view().equals(now.view()) && row.region().equals(now.region()))
                .filter(row -> row.stage().equals(Stage.BEFORE))
                .map(Measurement::dots)
                .filter(Objects::nonNull)
                .findFirst();
        Optional<Change> total = record.changes().stream()
                .filter(change ->
                        change.view().equals(now.view()) && change.region().equals(now.region()))
                .filter(change ->
                        change.kind() == ChangeKind.TOTAL && change.to().equals(now.stage()))
                .findFirst();
        PercentChange kept = region.fading() == null ? null : region.fading().retained();
        return new ShareRow(
                area,
                SharePage.label(now.stage()),
                before.map(ShareRow::cell).orElse(Cell.missing(NOT_COUNTED)),
                cell(dots),
                RegionSection.share(kept, NOT_COUNTED),
                total.map(ShareRow::change).orElse("not compared"),
                dots.densityPerCm2(),
                kept == null ? null : kept.pct(),
                total.map(Change::verdict).orElse(null));
    }

    private static Cell cell(DotFigures dots) {
        int places = Words.places(dots.densityPerCm2());
        return Cell.of(Decimals.fixed(dots.densityPerCm2(), places), Words.interval(dots.density95(), places));
    }

    private static String change(Change total) {
        PercentChange density = total.density();
        String much = density == null ? "" : " (" + Cell.minus(Words.change(density)) + ")";
        return switch (total.verdict()) {
            case REAL -> "larger than noise" + much;
            case WITHIN_NOISE -> "no larger than noise" + much;
            case CANNOT_TELL -> "cannot be told";
        };
    }

    private static String words(String region) {
        String words = region.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** At most three sentences on all areas together. */
    static List<String> sentences(List<ShareRow> rows) {
        List<String> sentences = new ArrayList<>();
        rows.stream().min(Comparator.comparingDouble(ShareRow::density)).ifPresent(least -> {
            ShareRow most = rows.stream()
                    .max(Comparator.comparingDouble(ShareRow::density))
                    .orElse(least);
            sentences.add(
                    least.equals(most)
                            ? "Dots now: " + counted(least) + "."
                            : "Dots now: from " + counted(least) + " to " + counted(most) + ".");
        });
        List<ShareRow> kept =
                rows.stream().filter(row -> row.retained() != null).toList();
        kept.stream().min(Comparator.comparingDouble(ShareRow::keptPct)).ifPresent(least -> {
            ShareRow most = kept.stream()
                    .max(Comparator.comparingDouble(ShareRow::keptPct))
                    .orElse(least);
            sentences.add("Of the dots seen right after a session, "
                    + (least.equals(most) ? kept(least) : kept(least) + " to " + kept(most))
                    + " were still there once healed.");
        });
        long told = rows.stream().filter(row -> row.verdict() != null).count();
        if (told > 0) {
            long real = rows.stream()
                    .filter(row -> row.verdict() == ChangeVerdict.REAL)
                    .count();
            sentences.add("The change since the first visit is larger than what photographing again could show in "
                    + real + " of " + told + (told == 1 ? " area." : " areas."));
        }
        return sentences;
    }

    private double keptPct() {
        Double share = retained;
        return share == null ? Double.NaN : share;
    }

    private static String counted(ShareRow row) {
        return row.now().text() + " per cm² (" + row.now().detail() + ") in the area “" + row.area() + "”";
    }

    private static String kept(ShareRow row) {
        return row.kept().text() + " (" + row.kept().detail() + " %) in the area “" + row.area() + "”";
    }
}
