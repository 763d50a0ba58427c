package io.stipple.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A small chart on paper: its lines are a drawing, its words stand beside them as text.
 *
 * @param region that it shows
 * @param drawing the number of its lines in {@link PdfDrawings}
 * @param labels words and where they stand
 * @param empty whether nothing was measured
 */
record PdfChart(String region, String drawing, List<Label> labels, boolean empty) {
    static final double WIDTH_MM = 34;
    static final double HEIGHT_MM = WIDTH_MM * Chart.HEIGHT / Chart.WIDTH;

    private static final Color RULE = new Color(0xbbbbbb);
    private static final Color INK = new Color(0x00598c);
    private static final double RADIUS = 5;
    private static final double CAP = 4;

    /** Where an axis label's middle lies above its box's foot, mm. */
    private static final double HALF_LINE_MM = 1.2;

    private static final double Y_LABELS_UNITS = 30;

    /** So far right of its box the drawing begins, as in the template: long numbers need the room. */
    private static final double INDENT_MM = 3;

    private static final double X_LABEL_MM = 7;

    /** A word at a place, mm from the chart's upper left corner. */
    record Label(String text, String left, String top, String width, String align, boolean known) {}

    static PdfChart of(Chart chart, PdfDrawings drawings) {
        double mm = WIDTH_MM / Chart.WIDTH;
        List<Label> labels = new ArrayList<>();
        for (Chart.Tick rule : chart.yTicks()) {
            labels.add(new Label(
                    rule.label(),
                    "0",
                    text(number(rule.at()) * mm - HALF_LINE_MM),
                    text(Y_LABELS_UNITS * mm + INDENT_MM),
                    "right",
                    true));
        }
        for (Chart.Tick stage : chart.xTicks()) {
            labels.add(new Label(
                    stage.label(),
                    text(INDENT_MM + number(stage.at()) * mm - X_LABEL_MM / 2),
                    text(HEIGHT_MM - 2 * HALF_LINE_MM),
                    text(X_LABEL_MM),
                    "center",
                    stage.known()));
        }
        return new PdfChart(
                chart.region(),
                drawings.add((canvas, width, height) -> draw(chart, canvas, width / Chart.WIDTH)),
                labels,
                chart.points().isEmpty());
    }

    private static void draw(Chart chart, Graphics2D canvas, double scale) {
        canvas.scale(scale, scale);
        canvas.setColor(RULE);
        canvas.setStroke(new BasicStroke(1));
        for (Chart.Tick rule : chart.yTicks()) {
            canvas.draw(new Line2D.Double(34, number(rule.at()), 292, number(rule.at())));
        }
        canvas.setColor(INK);
        canvas.setStroke(new BasicStroke(2.2f));
        canvas.draw(line(chart.line()));
        for (Chart.Mark mark : chart.points()) {
            double x = number(mark.x());
            double lo = number(mark.lo());
            double hi = number(mark.hi());
            canvas.setStroke(new BasicStroke(1.6f));
            canvas.draw(new Line2D.Double(x, lo, x, hi));
            canvas.draw(new Line2D.Double(x - CAP, lo, x + CAP, lo));
            canvas.draw(new Line2D.Double(x - CAP, hi, x + CAP, hi));
            Ellipse2D point = new Ellipse2D.Double(x - RADIUS, number(mark.y()) - RADIUS, 2 * RADIUS, 2 * RADIUS);
            canvas.setColor(mark.healed() ? INK : Color.WHITE);
            canvas.fill(point);
            canvas.setColor(INK);
            canvas.setStroke(new BasicStroke(2));
            canvas.draw(point);
        }
    }

    private static Path2D line(String points) {
        Path2D line = new Path2D.Double();
        for (String point : points.split(" ", -1)) {
            String[] xy = point.split(",", -1);
            if (xy.length != 2) {
                continue;
            }
            if (line.getCurrentPoint() == null) {
                line.moveTo(number(xy[0]), number(xy[1]));
            } else {
                line.lineTo(number(xy[0]), number(xy[1]));
            }
        }
        return line;
    }

    private static double number(String decimal) {
        return Double.parseDouble(decimal);
    }

    private static String text(double mm) {
        return Decimals.fixed(mm, 2);
    }
}
