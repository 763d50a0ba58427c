package io.stipple.pipeline;

import io.stipple.model.Measurement;
import io.stipple.model.Stage;
import io.stipple.model.Verdict;
import io.stipple.phantom.DetectionScore;
import io.stipple.phantom.FigureScore;
import io.stipple.phantom.FigureSummary;
import io.stipple.phantom.Tier;
import io.stipple.pipeline.DotStudy.StudiedCase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is asked of dots beside what was measured over all seeds of a {@link DotStudy}. */
final class DotStudyTable {
    private static final String BEFORE = Stage.BEFORE.name();
    private static final double CENTRE_PX = 0.2;
    private static final double SEEN = 0.9; // of a region, from where on its seen part stands for all of it

    private final Bars bars;
    private final List<StudiedCase> cases;
    private final StringBuilder text = new StringBuilder();

    DotStudyTable(Tier tier, double dotMm, List<StudiedCase> cases) {
        this.bars = Bars.of(tier, dotMm);
        this.cases = List.copyOf(cases);
    }

    /**
     * The bars that depend on the photos.
     *
     * @param f1 at least, in every photo after {@code before}
     * @param falsePerCm2 at most, in {@code before}; NaN where nothing is asked
     * @param mayBeToneOnly whether a photo may be left uncounted, with the reason
     */
    private record Bars(double f1, double falsePerCm2, boolean mayBeToneOnly) {
        static Bars of(Tier tier, double dotMm) {
            if (dotMm < 0.25) {
                return new Bars(0.88, Double.NaN, true);
            }
            if (dotMm < 0.4) {
                return new Bars(0.98, 2, false);
            }
            return tier == Tier.HARD ? new Bars(0.988, 0.5, false) : new Bars(0.99, 0.2, false);
        }
    }

    private record RegionStage(long seed, String view, String region, String stage) {}

    /** A figure and the seed that it is of. */
    private record Seeded(long seed, FigureScore score) {
        double size() {
            return Math.abs(score.error());
        }

        RegionStage regionStage() {
            return new RegionStage(seed, score.view(), score.region(), score.stage());
        }

        String place() {
            return "seed " + seed + ", " + score.region() + ", " + score.stage();
        }
    }

    /** All of it as lines of text. */
    String text() {
        text.setLength(0);
        row("over " + cases.size() + " seeds", "bar", "measured", "");
        detection();
        errors("density", "%", 2, 5);
        densityOfSeenRegions();
        errors("retained", "points", 1.5, 4);
        errors("pigment change", "points", 3, Double.NaN);
        mediansByRegion("pigment change", 3);
        errors("contrast change", "points", 5, Double.NaN);
        coverage();
        row("time", "-", format("%.1f s a photo", mean(StudiedCase::secondsAPhoto)), "");
        notMeasured();
        return text.toString();
    }

    private void detection() {
        Map<String, Double> lowest = new LinkedHashMap<>();
        int uncounted = 0;
        for (StudiedCase one : cases) {
            for (DetectionScore score : one.check().detection()) {
                if (one.whyNotCounted(score.stage()).isPresent()) {
                    uncounted++;
                } else if (!score.stage().equals(BEFORE)) {
                    lowest.merge(score.stage(), score.f1(), Math::min);
                }
            }
        }
        lowest.forEach((stage, f1) -> atLeast("lowest F1, " + stage, bars.f1, f1));
        if (!lowest.isEmpty()) {
            atLeast("lowest F1 after before", bars.f1, Collections.min(lowest.values()));
        }
        row(
                "photos without counted dots",
                bars.mayBeToneOnly ? "with reason" : "0",
                String.valueOf(uncounted),
                bars.mayBeToneOnly || uncounted == 0 ? "" : "MISSED");
        atMost("largest median centre error", "px", CENTRE_PX, largest(DetectionScore::centrePx, false), "");
        atMost(
                "most false ones in before",
                "per cm2",
                bars.falsePerCm2,
                largest(DetectionScore::falsePerCm2, true),
                "");
    }

    /** NaN, as of a photo without dots, counts for nothing. */
    private double largest(ToDoubleFunction<DetectionScore> figure, boolean before) {
        return cases.stream()
                .flatMap(one -> one.check().detection().stream())
                .filter(score -> score.stage().equals(BEFORE) == before)
                .mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(Double.NaN);
    }

    private void errors(String figure, String unit, double medianBar, double worstBar) {
        List<Seeded> all = figures(figure).toList();
        FigureSummary sum = summary(all);
        String more = format("of %d, bias %+.2f", sum.count(), sum.bias());
        atMost(figure + ", median error", unit, medianBar, sum.medianError(), more);
        all.stream()
                .max(Comparator.comparingDouble(Seeded::size))
                .ifPresent(worst -> atMost(figure + ", worst", unit, worstBar, worst.size(), worst.place()));
    }

    /** The truth is of whole regions: of one that a photo shows in part, the rest differs from it by chance. */
    private void densityOfSeenRegions() {
        Set<RegionStage> seen = figures("area")
                .filter(one -> one.score.reported() >= SEEN * one.score.truth())
                .map(Seeded::regionStage)
                .collect(Collectors.toSet());
        figures("density")
                .filter(one -> seen.contains(one.regionStage()))
                .max(Comparator.comparingDouble(Seeded::size))
                .ifPresent(worst -> atMost(
                        format("density, worst where %.0f %% is seen", 100 * SEEN),
                        "%",
                        Double.NaN,
                        worst.size(),
                        worst.place()));
    }

    private void mediansByRegion(String figure, double bar) {
        Map<String, List<Seeded>> byRegion = figures(figure)
                .collect(Collectors.groupingBy(one -> one.score.region(), TreeMap::new, Collectors.toList()));
        byRegion.forEach((region, scores) -> atMost(
                figure + ", median, " + region, "points", bar, summary(scores).medianError(), "of " + scores.size()));
    }

    private void coverage() {
        int good = 0;
        for (String figure : FigureSummary.WITH_INTERVALS) {
            FigureSummary all = summary(figures(figure).toList());
            good += all.coveredAsAsked() ? 1 : 0;
            row(
                    figure + ", covered",
                    format("%.0f-%.0f %%", FigureSummary.LEAST_COVERED_PCT, FigureSummary.MOST_COVERED_PCT),
                    format("%.1f %%", all.coveredPct()),
                    format("%d of %d", all.covered(), all.bounded()) + (all.coveredAsAsked() ? "" : "  MISSED"));
        }
        int kinds = FigureSummary.WITH_INTERVALS.size();
        row("intervals that hold it so", kinds + " of " + kinds, good + " of " + kinds, "");
    }

    /** One line for each region of a seed with stages in which its dots were not counted. */
    private void notMeasured() {
        int regions = 0;
        Map<String, List<Measurement>> groups = new LinkedHashMap<>();
        for (StudiedCase one : cases) {
            regions += one.measurements().size();
            for (Measurement row : one.measurements()) {
                if (row.verdict() != Verdict.MEASURED) {
                    String key = "seed " + one.seed() + ", " + row.region() + ", "
                            + row.verdict().word();
                    groups.computeIfAbsent(key, unused -> new ArrayList<>()).add(row);
                }
            }
        }
        int without = groups.values().stream().mapToInt(List::size).sum();
        row("region-stages without dots", "-", without + " of " + regions, "");
        groups.forEach((key, rows) -> text.append(format(
                "  %s in %d stages, first %s: %s%n",
                key, rows.size(), rows.get(0).stage().name(), rows.get(0).reason())));
    }

    private Stream<Seeded> figures(String figure) {
        return cases.stream()
                .flatMap(one -> one.check().figures().stream()
                        .filter(score -> score.figure().equals(figure))
                        .map(score -> new Seeded(one.seed(), score)));
    }

    private double mean(ToDoubleFunction<StudiedCase> figure) {
        return cases.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    private static FigureSummary summary(List<Seeded> scores) {
        return FigureSummary.of(scores.stream().map(Seeded::score).toList());
    }

    private void atLeast(String name, double bar, double value) {
        row(name, format(">= %.3f", bar), format("%.4f", value), value >= bar ? "" : "MISSED");
    }

    private void atMost(String name, String unit, double bar, double value, String more) {
        boolean asked = !Double.isNaN(bar);
        row(
                name,
                asked ? format("<= %.1f", bar) : "-",
                format("%.2f %s", value, unit),
                more + (!asked || value <= bar ? "" : "  MISSED"));
    }

    private void row(String name, String bar, String measured, String more) {
        text.append(format("%-39s %-11s  %-14s  %s", name, bar, measured, more).stripTrailing())
                .append(System.lineSeparator());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
