package io.stipple.report;

import io.stipple.model.CaseRecord;
import io.stipple.model.SurvivalCurve;
import java.util.ArrayList;
import java.util.List;

/**
 * One small chart of the share of a region's dots that are left at each age, laid out in the units of {@link Chart}; the
 * template draws it. The curve drops at the visit that missed dots.
 *
 * @param region that it shows
 * @param summary the same in words, for who cannot see it
 * @param yTicks horizontal rules, %
 * @param xTicks ages, days
 * @param path of the curve, for SVG
 * @param doubts where the curve runs unseen: between two visits
 * @param intervals 95 %, from the visit of a step to that of the next
 */
record SurvivalChart(
        String region,
        String summary,
        List<Chart.Tick> yTicks,
        List<Chart.Tick> xTicks,
        String path,
        List<Box> doubts,
        List<Box> intervals) {
    private static final double ACROSS = Chart.WIDTH - Chart.LEFT - Chart.RIGHT;
    private static final double DOWN = Chart.HEIGHT - Chart.TOP - Chart.BOTTOM;

    /** The last visit's interval lasts no time, so it is drawn so wide. */
    private static final double LAST_WIDTH = 5;

    /** A rectangle, and what a pointer held over it says. */
    record Box(String x, String y, String width, String height, String title) {}

    /** A scale for the charts of a view: the greatest age that any of its curves tells of, rounded up; 0 where none does. */
    static double longestDays(CaseRecord record, String view) {
        return record.assessment().survival().stream()
                .filter(curve -> curve.view().equals(view))
                .flatMap(curve -> curve.steps().stream())
                .mapToDouble(SurvivalCurve.Step::toDays)
                .max()
                .stream()
                .map(Chart::rounded)
                .findFirst()
                .orElse(0);
    }

    /**
     * Lays a curve out.
     *
     * @param longestDays end of the scale of ages, above 0
     */
    static SurvivalChart of(SurvivalCurve curve, double longestDays) {
        StringBuilder path = new StringBuilder("M" + x(0, longestDays) + " " + y(1));
        List<Box> doubts = new ArrayList<>();
        List<Box> intervals = new ArrayList<>();
        List<String> told = new ArrayList<>();
        double left = 1;
        for (int i = 0; i < curve.steps().size(); i++) {
            SurvivalCurve.Step step = curve.steps().get(i);
            String words = RegionStory.line(step);
            path.append("H").append(x(step.toDays(), longestDays)).append("V").append(y(step.survival()));
            doubts.add(box(
                    across(step.fromDays(), longestDays),
                    across(step.toDays(), longestDays),
                    left,
                    step.survival(),
                    words));
            double from = across(step.toDays(), longestDays);
            double to = i + 1 < curve.steps().size()
                    ? across(curve.steps().get(i + 1).toDays(), longestDays)
                    : from + LAST_WIDTH;
            intervals.add(
                    box(from, to, step.interval95().hi(), step.interval95().lo(), words));
            told.add(words);
            left = step.survival();
        }
        return new SurvivalChart(
                curve.region(),
                "Share of " + curve.dots() + " dots of " + curve.region() + " that are left, by age: "
                        + String.join("; ", told) + ".",
                List.of(tick(y(0), "0"), tick(y(0.5), "50"), tick(y(1), "100")),
                List.of(
                        tick(x(0, longestDays), "0"),
                        tick(x(longestDays / 2, longestDays), Decimals.significant(longestDays / 2, 3)),
                        tick(x(longestDays, longestDays), Decimals.significant(longestDays, 3))),
                path.toString(),
                doubts,
                intervals);
    }

    private static Chart.Tick tick(String at, String label) {
        return new Chart.Tick(at, label, "", true);
    }

    private static Box box(double left, double right, double upper, double lower, String title) {
        return new Box(
                Decimals.fixed(left, 1),
                Decimals.fixed(down(upper), 1),
                Decimals.fixed(Math.max(0, right - left), 1),
                Decimals.fixed(Math.max(0, down(lower) - down(upper)), 1),
                title);
    }

    private static double across(double days, double longestDays) {
        return Chart.LEFT + ACROSS * days / longestDays;
    }

    private static double down(double share) {
        return Chart.TOP + DOWN * (1 - share);
    }

    private static String x(double days, double longestDays) {
        return Decimals.fixed(across(days, longestDays), 1);
    }

    private static String y(double share) {
        return Decimals.fixed(down(share), 1);
    }
}
