package io.stipple.cohort;

import io.stipple.cohort.Funnel.FunnelPlace;
import io.stipple.cohort.Funnel.FunnelPoint;
import io.stipple.report.Decimals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Groups among the limits of chance, laid out in the units of its SVG; the template draws it.
 *
 * @param title of the drawing
 * @param summary the same in words, for who cannot see it
 * @param xTicks numbers of clients
 * @param yTicks retention, %
 * @param target where the mean of all stands
 * @param limits95 two lines, as {@code x,y x,y}
 * @param limits998 two lines
 * @param marks a group each
 */
record FunnelPlot(
        String title,
        String summary,
        List<Axis.Tick> xTicks,
        List<Axis.Tick> yTicks,
        String target,
        List<String> limits95,
        List<String> limits998,
        List<Mark> marks) {
    static final int WIDTH = 360;
    static final int HEIGHT = 250;
    private static final double LEFT = 38;
    private static final double RIGHT = 10;
    private static final double TOP = 10;
    private static final double BOTTOM = 40;
    private static final int LONGEST_LABEL = 14;
    private static final double LABEL_HEIGHT = 13;
    private static final double LABEL_WIDTH = 90;
    private static final int CURVE_POINTS = 40;

    /** A group, its label beside it, and all of it in words. */
    record Mark(
            String x,
            String y,
            String labelX,
            String labelY,
            boolean leftwards,
            String label,
            String look,
            String title) {}

    /** Lays a funnel out; null where it has no points. */
    static @Nullable FunnelPlot of(Funnel funnel, CohortSettings settings) {
        Double target = funnel.target();
        Double sd = funnel.sd();
        if (funnel.points().isEmpty() || target == null || sd == null) {
            return null;
        }
        List<FunnelPoint> points = funnel.points();
        int most = points.stream().mapToInt(FunnelPoint::clients).max().orElseThrow();
        ControlLimits limits = new ControlLimits(target, sd);
        double from = settings.fewestClients();
        Axis x = Axis.covering(0, most * 1.1, LEFT, WIDTH - RIGHT);
        Axis y = yAxis(points, limits, from);
        return new FunnelPlot(
                "Retention by " + funnel.factor() + " among the limits of chance",
                points.stream().map(FunnelPlot::words).collect(Collectors.joining("; "))
                        + ". The mean of all clients is " + Percent.text(target) + ".",
                x.ticks(),
                y.ticks(),
                y.text(target),
                List.of(
                        curve(x, y, from, n -> limits.limits95(n).lo()),
                        curve(x, y, from, n -> limits.limits95(n).hi())),
                List.of(
                        curve(x, y, from, n -> limits.limits998(n).lo()),
                        curve(x, y, from, n -> limits.limits998(n).hi())),
                marks(points, x, y));
    }

    private static Axis yAxis(List<FunnelPoint> points, ControlLimits limits, double from) {
        double least = limits.limits998(from).lo();
        double most = limits.limits998(from).hi();
        for (FunnelPoint point : points) {
            least = Math.min(least, point.mean());
            most = Math.max(most, point.mean());
        }
        return Axis.covering(least, most, HEIGHT - BOTTOM, TOP);
    }

    private static String curve(Axis x, Axis y, double from, DoubleUnaryOperator limit) {
        List<String> places = new ArrayList<>();
        for (int i = 0; i <= CURVE_POINTS; i++) {
            double clients = from + (x.hi() - from) * i / CURVE_POINTS;
            places.add(x.text(clients) + "," + y.text(limit.applyAsDouble(clients)));
        }
        return String.join(" ", places);
    }

    /** From the top down, each label pushed below the one that it would cover. */
    private static List<Mark> marks(List<FunnelPoint> points, Axis x, Axis y) {
        List<FunnelPoint> topDown = points.stream()
                .sorted(Comparator.comparing((FunnelPoint point) -> -point.mean())
                        .thenComparing(FunnelPoint::group))
                .toList();
        List<Mark> marks = new ArrayList<>();
        List<double[]> labels = new ArrayList<>();
        for (FunnelPoint point : topDown) {
            double markX = x.at(point.clients());
            boolean leftwards = markX > WIDTH - LABEL_WIDTH;
            double labelX = leftwards ? markX - 8 : markX + 8;
            double labelY = y.at(point.mean()) + 4;
            for (double[] other : labels) {
                if (Math.abs(other[0] - labelX) < LABEL_WIDTH && Math.abs(other[1] - labelY) < LABEL_HEIGHT) {
                    labelY = other[1] + LABEL_HEIGHT;
                }
            }
            labels.add(new double[] {labelX, labelY});
            marks.add(new Mark(
                    x.text(point.clients()),
                    y.text(point.mean()),
                    Decimals.fixed(labelX, 1),
                    Decimals.fixed(labelY, 1),
                    leftwards,
                    Words.shortened(point.group(), LONGEST_LABEL),
                    look(point.place()),
                    words(point)));
        }
        return marks;
    }

    private static String words(FunnelPoint point) {
        String place = switch (point.place()) {
            case INSIDE -> "within the limits of chance";
            case OUTSIDE_95 -> "outside the 95 % limits";
            case OUTSIDE_998 -> "outside the 99.8 % limits";
        };
        return point.group() + ": " + Percent.text(point.mean()) + ", " + Cautions.counted(point.clients(), "client")
                + ", " + place;
    }

    private static String look(FunnelPlace place) {
        return switch (place) {
            case INSIDE -> "inside";
            case OUTSIDE_95 -> "outside";
            case OUTSIDE_998 -> "far";
        };
    }
}
