package io.stipple.report;

import io.stipple.model.Interval;
import io.stipple.model.Stage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One small chart of a figure over the stages, laid out in the units of its SVG; the template draws it.
 *
 * @param region that it shows
 * @param summary the same in words, for who cannot see it
 * @param yTicks horizontal rules
 * @param xTicks stages
 * @param points one for each stage with a figure
 * @param line through the healed stages, as {@code x,y x,y}
 */
record Chart(String region, String summary, List<Tick> yTicks, List<Tick> xTicks, List<Mark> points, String line) {
    static final int WIDTH = 300;
    static final int HEIGHT = 150;
    private static final double LEFT = 34;
    private static final double RIGHT = 8;
    private static final double TOP = 8;
    private static final double BOTTOM = 22;

    /** A rule or a stage, at its position along the axis, with its label; grey where there is nothing known of it. */
    record Tick(String at, String label, String title, boolean known) {}

    /**
     * A figure with its interval.
     *
     * @param x of the stage
     * @param y of the figure
     * @param lo y of the interval's lower end
     * @param hi y of its upper end
     * @param healed drawn full; a fresh one hollow, as redness and scab make it look like more
     * @param title what a pointer held over it says
     */
    record Mark(String x, String y, String lo, String hi, boolean healed, String title) {}

    /** A figure at a stage, before layout; the value is null where the region was not measured. */
    record Value(
            Stage stage, @Nullable Double value, @Nullable Interval interval, String text) {}

    /** A scale for several charts: from 0 to a round number that holds all values, and all sane intervals. */
    static double sharedTop(List<List<Value>> charts) {
        double values = 0;
        double intervals = 0;
        for (List<Value> chart : charts) {
            for (Value value : chart) {
                Double figure = value.value();
                if (figure != null) {
                    values = Math.max(values, figure);
                    Interval interval = value.interval();
                    intervals = Math.max(intervals, interval == null ? figure : interval.hi());
                }
            }
        }
        // One hopeless interval must not flatten every chart: it is cut off at the top instead.
        double needed = Math.min(intervals, 1.6 * values);
        return rounded(needed > 0 ? needed : 1);
    }

    static Chart of(String region, String figureName, List<Value> values, double top) {
        List<Tick> xTicks = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        List<String> line = new ArrayList<>();
        List<String> told = new ArrayList<>();
        double step = (WIDTH - LEFT - RIGHT) / values.size();
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            String x = Decimals.fixed(LEFT + (i + 0.5) * step, 1);
            String label = Words.label(value.stage());
            xTicks.add(new Tick(x, Words.code(value.stage()), label, value.value() != null));
            Double figure = value.value();
            if (figure == null) {
                continue;
            }
            Interval interval = value.interval() == null ? new Interval(figure, figure) : value.interval();
            String y = y(figure, top);
            boolean healed = value.stage().healed();
            marks.add(
                    new Mark(x, y, y(interval.lo(), top), y(interval.hi(), top), healed, label + ": " + value.text()));
            told.add(label + " " + value.text());
            if (healed) {
                line.add(x + "," + y);
            }
        }
        String summary = figureName + " of " + region + ". "
                + (told.isEmpty() ? "Not measured." : String.join("; ", told) + ".");
        return new Chart(region, summary, rules(top), xTicks, marks, String.join(" ", line));
    }

    private static List<Tick> rules(double top) {
        List<Tick> rules = new ArrayList<>();
        for (int i = 0; i <= 2; i++) {
            double value = top * i / 2;
            rules.add(new Tick(y(value, top), Decimals.significant(value, 3), "", true));
        }
        return rules;
    }

    private static String y(double value, double top) {
        double share = Math.max(0, Math.min(1, value / top));
        return Decimals.fixed(HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP), 1);
    }

    /** The next of 1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10 times a power of ten: halves of these are short numbers too. */
    private static double rounded(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : new double[] {1, 1.2, 1.6, 2, 3, 4, 5, 6, 8}) {
            if (value <= step * power) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
