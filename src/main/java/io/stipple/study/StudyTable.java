package io.stipple.study;

import io.stipple.phantom.FigureScore;
import io.stipple.phantom.FigureSummary;
import io.stipple.phantom.Tier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** What is asked of intervals and verdicts beside what was measured, for each tier and over all. */
final class StudyTable {
    private static final double MOST_FALSE_ALARMS_PCT = 5;
    private static final double LEAST_POWER_PCT = 90;
    /** The tier at which a change must be seen. */
    private static final Tier POWER_TIER = Tier.NORMAL;

    private static final String ALL = "all";
    private static final String MISSED = "  MISSED";

    private final StringBuilder text = new StringBuilder();

    private StudyTable() {}

    /** A figure and the case that it is of. */
    private record Placed(StudyCase one, FigureScore score) {
        double size() {
            return Math.abs(score.error());
        }

        String place() {
            return String.join(", ", one.name(), score.view(), score.region(), score.stage());
        }
    }

    static String text(Map<StudyCase, CaseScores> scores) {
        Map<String, Map<StudyCase, CaseScores>> tiers = byTier(scores);
        StudyTable table = new StudyTable();
        table.line("tier    figure               n  left empty  covered  asked    median error         worst");
        tiers.forEach((tier, cases) -> table.figures(tier, only(cases, HeadCase.SERIES)));
        table.line("");
        table.line("density between two healed visits, changes called real");
        table.line("tier    head       heads  regions  cannot tell     real  asked    true change, %%");
        tiers.forEach((tier, cases) -> table.verdicts(tier, cases));
        return table.text.toString();
    }

    /** Each tier's cases by its word, and all of them where there are several tiers. */
    private static Map<String, Map<StudyCase, CaseScores>> byTier(Map<StudyCase, CaseScores> scores) {
        Map<String, Map<StudyCase, CaseScores>> tiers = new LinkedHashMap<>();
        for (Tier tier : new TreeSet<>(
                scores.keySet().stream().map(one -> one.phantom().tier()).toList())) {
            Map<StudyCase, CaseScores> cases = new LinkedHashMap<>(scores);
            cases.keySet().removeIf(one -> one.phantom().tier() != tier);
            tiers.put(word(tier), cases);
        }
        if (tiers.size() > 1) {
            tiers.put(ALL, scores);
        }
        return tiers;
    }

    private static Map<StudyCase, CaseScores> only(Map<StudyCase, CaseScores> cases, HeadCase what) {
        Map<StudyCase, CaseScores> those = new LinkedHashMap<>(cases);
        those.keySet().removeIf(one -> one.what() != what);
        return those;
    }

    private void figures(String tier, Map<StudyCase, CaseScores> cases) {
        for (String figure : FigureSummary.WITH_INTERVALS) {
            List<Placed> told = new ArrayList<>();
            cases.forEach((one, scores) -> scores.told().stream()
                    .filter(score -> score.figure().equals(figure))
                    .forEach(score -> told.add(new Placed(one, score))));
            long untold = cases.values().stream()
                    .flatMap(scores -> scores.untold().stream())
                    .filter(score -> score.figure().equals(figure))
                    .count();
            figure(tier, figure, told, untold);
        }
    }

    private void figure(String tier, String figure, List<Placed> told, long untold) {
        FigureSummary all = FigureSummary.of(told.stream().map(Placed::score).toList());
        String worst = told.stream()
                .max(Comparator.comparingDouble(Placed::size))
                .map(one -> one.place())
                .orElse("");
        String unit = FigureScore.unit(figure);
        line(
                "%-7s %-15s  %5d  %10d  %7s  %2.0f-%2.0f %%  %12s  %12s  %s%s",
                tier,
                figure,
                all.count(),
                untold,
                all.bounded() == 0 ? "-" : format("%.1f %%", all.coveredPct()),
                FigureSummary.LEAST_COVERED_PCT,
                FigureSummary.MOST_COVERED_PCT,
                told.isEmpty() ? "-" : format("%.2f %s", all.medianError(), unit),
                told.isEmpty() ? "-" : format("%.1f %s", all.largestError(), unit),
                worst,
                all.bounded() == 0 || all.coveredAsAsked() ? "" : MISSED);
    }

    private void verdicts(String tier, Map<StudyCase, CaseScores> cases) {
        Collection<CaseScores> unchanged = only(cases, HeadCase.UNCHANGED).values();
        VerdictSummary alarms = VerdictSummary.of(unchanged);
        verdict(
                tier,
                "unchanged",
                unchanged.size(),
                alarms,
                alarms.falseAlarmPct(),
                format("<= %.0f %%", MOST_FALSE_ALARMS_PCT),
                alarms.falseAlarmPct() > MOST_FALSE_ALARMS_PCT);
        Collection<CaseScores> faded = only(cases, HeadCase.FADED).values();
        VerdictSummary seen = VerdictSummary.of(faded);
        boolean asked = tier.equals(word(POWER_TIER));
        verdict(
                tier,
                format("-%.0f %%", HeadCase.LOST_PCT),
                faded.size(),
                seen,
                seen.powerPct(),
                asked ? format(">= %.0f %%", LEAST_POWER_PCT) : "-",
                asked && seen.powerPct() < LEAST_POWER_PCT);
    }

    private void verdict(
            String tier, String head, int heads, VerdictSummary all, double realPct, String asked, boolean missed) {
        line(
                "%-7s %-9s  %5d  %7d  %11d  %7s  %-7s  %s%s",
                tier,
                head,
                heads,
                all.comparisons(),
                all.cannotTell(),
                Double.isNaN(realPct) ? "-" : format("%.1f %%", realPct),
                asked,
                all.comparisons() == 0 ? "-" : format("%.1f to %.1f", all.leastTruthPct(), all.mostTruthPct()),
                missed ? MISSED : "");
    }

    private void line(String pattern, Object... values) {
        text.append(format(pattern, values).stripTrailing()).append(System.lineSeparator());
    }

    private static String word(Tier tier) {
        return tier.name().toLowerCase(Locale.ROOT);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
