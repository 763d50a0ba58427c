package io.stipple.phantom;

import java.util.Collection;
import java.util.List;

/**
 * How good the reported figures of one kind are.
 *
 * @param count of figures
 * @param bounded those with an interval
 * @param covered those whose interval holds the truth
 * @param medianError of the errors' sizes, in the unit of {@link FigureScore#error}; NaN of none
 * @param largestError the same
 * @param bias mean error, with its sign
 */
public record FigureSummary(int count, int bounded, int covered, double medianError, double largestError, double bias) {
    /** The figures that come with an interval. */
    public static final List<String> WITH_INTERVALS =
            List.of("density", "density change", "retained", "contrast change", "pigment change");
    /** Intervals of 95 % are asked to hold the truth at least so often, %. */
    public static final double LEAST_COVERED_PCT = 90;
    /** And at most so often: beyond it they are too wide to be of use. */
    public static final double MOST_COVERED_PCT = 99;

    /** Of figures of one kind. */
    public static FigureSummary of(Collection<FigureScore> scores) {
        List<FigureScore> bounded = scores.stream().filter(FigureScore::bounded).toList();
        List<Double> sizes =
                scores.stream().map(score -> Math.abs(score.error())).toList();
        return new FigureSummary(
                scores.size(),
                bounded.size(),
                (int) bounded.stream().filter(FigureScore::covers).count(),
                MapScore.quantile(sizes, 0.5),
                MapScore.quantile(sizes, 1),
                scores.stream().mapToDouble(FigureScore::error).average().orElse(Double.NaN));
    }

    /** Share of the intervals that hold the truth, %; NaN of none. */
    public double coveredPct() {
        return 100.0 * covered / bounded;
    }

    /** Whether that share is as asked. */
    public boolean coveredAsAsked() {
        return coveredPct() >= LEAST_COVERED_PCT && coveredPct() <= MOST_COVERED_PCT;
    }
}
