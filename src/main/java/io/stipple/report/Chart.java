package io.stipple.report;

import io.stipple.model.Interval;
import io.stipple.model.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
 * @param bands of noise, each around the figure of a healed stage
 */
record Chart(
        String region,
        String summary,
        List<Tick> yTicks,
        List<Tick> xTicks,
        List<Mark> points,
        String line,
        List<Band> bands) {
    static final int WIDTH = 300;
    static final int HEIGHT = 150;
    static final double LEFT = 34;
    static final double RIGHT = 8;
    static final double TOP = 8;
    static final double BOTTOM = 22;

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

    /**
     * The smallest change from one healed stage to the next that is more than noise.
     *
     * @param mdc95Pct in % of the figure at {@code from}
     */
    record Floor(Stage from, Stage to, double mdc95Pct) {}

    /** What a floor covers: a later figure within it cannot be told from the one it is drawn around. */
    record Band(String x, String y, String width, String height, String middle, String title) {}

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

    /**
     * Lays a chart out.
     *
     * @param floors those whose earlier stage has no figure are left out
     * @param top of the scale, which starts at 0
     */
    static Chart of(String region, String figureName, List<Value> values, List<Floor> floors, double top) {
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
        List<Band> bands = floors.stream()
                .flatMap(floor -> band(floor, values, step, top).stream())
                .toList();
        String summary = figureName + " of " + region + ". "
                + (told.isEmpty() ? "Not measured." : String.join("; ", told) + ".")
                + bands.stream().map(band -> " " + band.title() + ".").collect(Collectors.joining());
        return new Chart(region, summary, rules(top), xTicks, marks, String.join(" ", line), bands);
    }

    private static Optional<Band> band(Floor floor, List<Value> values, double step, double top) {
        List<Stage> stages = values.stream().map(Value::stage).toList();
        int from = stages.indexOf(floor.from());
        int to = stages.indexOf(floor.to());
        Double figure = from < 0 ? null : values.get(from).value();
        if (figure == null || to <= from) {
            return Optional.empty();
        }
        double half = figure * floor.mdc95Pct() / 100;
        double upper = at(figure + half, top);
        return Optional.of(new Band(
                Decimals.fixed(LEFT + (from + 0.5) * step, 1),
                Decimals.fixed(upper, 1),
                Decimals.fixed((to - from + 0.4) * step, 1),
                Decimals.fixed(at(figure - half, top) - upper, 1),
                y(figure, top),
                "Noise floor up to " + Words.label(floor.to()) + ": " + Words.label(floor.from()) + " ± "
                        + Decimals.fixed(floor.mdc95Pct(), 1) + " %"));
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
        return Decimals.fixed(at(value, top), 1);
    }

    private static double at(double value, double top) {
        double share = Math.max(0, Math.min(1, value / top));
        return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP);
    }

    /** The next of 1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10 times a power of ten: halves of these are short numbers too. */
    static double rounded(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : new double[] {1, 1.2, 1.6, 2, 3, 4, 5, 6, 8}) {
            if (value <= step * power) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
