package io.stipple.cohort;

import io.stipple.cohort.CohortFigures.MeanFigure;
import io.stipple.model.Interval;
import io.stipple.report.Decimals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Means with their intervals below each other, laid out in the units of its SVG; the template draws it.
 *
 * @param title of the drawing
 * @param summary the same in words, for who cannot see it
 * @param height of the drawing; its width is {@link #WIDTH}
 * @param axisY where the axis stands
 * @param ticks along the axis
 * @param target where the mean of all stands; empty where there is none to compare with
 * @param lines a mean each
 */
record IntervalPlot(
        String title, String summary, int height, int axisY, List<Axis.Tick> ticks, String target, List<Line> lines) {
    static final int WIDTH = 360;
    private static final double LEFT = 158;
    private static final double RIGHT = 12;
    private static final int TOP = 18;
    private static final int LINE = 24;
    private static final int BOTTOM = 24;
    private static final int LONGEST_LABEL = 20;

    /** A mean before layout. */
    record Value(String name, MeanFigure figure) {}

    /** A mean at its place, its interval from {@code lo} to {@code hi}, and all of it in words. */
    record Line(String y, String label, String x, String lo, String hi, String title) {}

    /**
     * Lays a plot out.
     *
     * @param values those without a mean are left out
     * @return null where no value has a mean
     */
    static @Nullable IntervalPlot of(String title, List<Value> values, @Nullable Double target) {
        List<Value> known =
                values.stream().filter(value -> value.figure().mean() != null).toList();
        if (known.isEmpty()) {
            return null;
        }
        Axis axis = axis(known, target);
        List<Line> lines = new ArrayList<>();
        for (Value value : known) {
            lines.add(line(value, TOP + LINE * (lines.size() + 0.5), axis));
        }
        int axisY = TOP + LINE * lines.size();
        return new IntervalPlot(
                title,
                lines.stream().map(Line::title).collect(Collectors.joining("; ")) + ".",
                axisY + BOTTOM,
                axisY,
                axis.ticks(),
                target == null ? "" : axis.text(target),
                lines);
    }

    private static Axis axis(List<Value> values, @Nullable Double target) {
        List<Double> means = new ArrayList<>();
        List<Double> ends = new ArrayList<>();
        if (target != null) {
            means.add(target);
        }
        for (Value value : values) {
            Double mean = value.figure().mean();
            Interval interval = value.figure().interval95();
            if (mean != null) {
                means.add(mean);
            }
            if (interval != null) {
                ends.add(interval.lo());
                ends.add(interval.hi());
            }
        }
        ends.addAll(means);
        // One hopeless interval must not flatten the others: it is cut off at the end of the axis.
        double reach = 25;
        Sample middle = new Sample(means);
        Sample all = new Sample(ends);
        return Axis.covering(
                Math.max(all.quantile(0), middle.quantile(0) - reach),
                Math.min(all.quantile(1), middle.quantile(1) + reach),
                LEFT,
                WIDTH - RIGHT);
    }

    private static Line line(Value value, double y, Axis axis) {
        double mean = mean(value.figure());
        Interval interval = value.figure().interval95();
        Interval drawn = interval == null ? new Interval(mean, mean) : interval;
        String title = value.name() + ": " + Percent.text(mean)
                + (interval == null ? "" : " (" + Percent.text(interval) + ")") + ", "
                + Cautions.counted(value.figure().clients(), "client");
        return new Line(
                Decimals.fixed(y, 1),
                Words.shortened(value.name(), LONGEST_LABEL),
                axis.text(mean),
                axis.text(drawn.lo()),
                axis.text(drawn.hi()),
                title);
    }

    private static double mean(MeanFigure figure) {
        Double mean = figure.mean();
        if (mean == null) {
            throw new IllegalArgumentException("a plot of no mean");
        }
        return mean;
    }
}
