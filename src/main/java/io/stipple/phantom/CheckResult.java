package io.stipple.phantom;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How an analysis compares with the truth.
 *
 * @param detection one score per view and stage
 * @param positions one score per view and stage
 * @param figures every reported figure that has a truth
 * @param untold figures that have a truth and were left empty
 * @param verdicts one per view, region and compared pair of stages
 */
public record CheckResult(
        List<DetectionScore> detection,
        List<PositionScore> positions,
        List<FigureScore> figures,
        List<FigureScore> untold,
        List<VerdictScore> verdicts) {
    public CheckResult {
        detection = List.copyOf(detection);
        positions = List.copyOf(positions);
        figures = List.copyOf(figures);
        untold = List.copyOf(untold);
        verdicts = List.copyOf(verdicts);
    }

    /** Absolute errors of one kind of figure. */
    public List<Double> errors(String figure) {
        return figures.stream()
                .filter(score -> score.figure().equals(figure))
                .map(score -> Math.abs(score.error()))
                .toList();
    }

    /** How many figures of a kind were left empty, a line for each kind. */
    public List<String> missing() {
        Map<String, Long> count = untold.stream()
                .collect(Collectors.groupingBy(FigureScore::figure, TreeMap::new, Collectors.counting()));
        return count.entrySet().stream()
                .map(kind -> kind.getKey() + " in " + kind.getValue() + " rows")
                .toList();
    }

    /** All of it as lines of text. */
    public String table() {
        StringBuilder text = new StringBuilder();
        text.append("view    stage              dots   found  precision  recall  F1      centre px  false/cm2\n");
        for (DetectionScore s : detection) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-7s %-17s %5d   %5d  %9s  %6s  %6s  %9s  %9.2f%n",
                    s.view(),
                    s.stage(),
                    s.truth(),
                    s.found(),
                    share(s.precision()),
                    share(s.recall()),
                    share(s.f1()),
                    mm(s.centrePx()),
                    s.falsePerCm2()));
        }
        text.append("\nview    stage              registration  points  median mm  95 % mm  residual mm\n");
        for (PositionScore s : positions) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-7s %-17s  %-12s  %6d  %9s  %7s  %11s%n",
                    s.view(),
                    s.stage(),
                    s.verdict(),
                    s.points(),
                    mm(s.medianMm()),
                    mm(s.p95Mm()),
                    mm(s.residualMm())));
        }
        text.append("\nfigure            count  median error  largest  bias     unit    95 % interval covers\n");
        for (String figure :
                new TreeSet<>(figures.stream().map(FigureScore::figure).toList())) {
            appendFigure(text, figure);
        }
        missing().forEach(line -> text.append("missing: ").append(line).append('\n'));
        return text.toString().replace("\r\n", "\n");
    }

    private void appendFigure(StringBuilder text, String figure) {
        List<FigureScore> scores =
                figures.stream().filter(score -> score.figure().equals(figure)).toList();
        FigureSummary all = FigureSummary.of(scores);
        text.append(String.format(
                Locale.ROOT,
                "%-16s  %5d  %12.2f  %7.2f  %+6.2f   %-6s  %s%n",
                figure,
                all.count(),
                all.medianError(),
                all.largestError(),
                all.bias(),
                FigureScore.unit(figure),
                all.bounded() == 0 ? "-" : String.format(Locale.ROOT, "%d of %d", all.covered(), all.bounded())));
    }

    private static String share(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
    }

    private static String mm(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }
}
