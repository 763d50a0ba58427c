package io.stipple.cohort;

import io.stipple.report.Cell;
import io.stipple.report.Decimals;
import java.util.ArrayList;
import java.util.List;

/**
 * A straight scale from figures to the units of a drawing, with ticks at round figures.
 *
 * @param lo figure at {@code start}
 * @param hi figure at {@code end}, above {@code lo}
 * @param step between ticks
 * @param start of the axis in the drawing
 * @param end of the axis in the drawing
 */
record Axis(double lo, double hi, double step, double start, double end) {
    private static final int MOST_STEPS = 5;

    Axis {
        if (!(lo < hi) || !(step > 0)) {
            throw new IllegalArgumentException("an axis from " + lo + " to " + hi + " by " + step);
        }
    }

    /** A tick and where it stands in the drawing. */
    record Tick(String at, String label) {}

    /** The shortest axis with round ends that holds both figures. */
    static Axis covering(double least, double most, double start, double end) {
        double span = Math.max(most - least, 1);
        double step = Math.pow(10, Math.floor(Math.log10(span / MOST_STEPS)));
        for (double factor : new double[] {1, 2, 5, 10}) {
            double lo = Math.floor(least / (factor * step)) * factor * step;
            double hi = Math.ceil(most / (factor * step)) * factor * step;
            if ((hi > lo && (hi - lo) / (factor * step) <= MOST_STEPS + 0.5) || factor == 10) {
                return new Axis(lo, Math.max(hi, lo + factor * step), factor * step, start, end);
            }
        }
        throw new IllegalStateException("the last factor always returns");
    }

    /** Where a figure stands; one beyond an end stands at that end. */
    double at(double figure) {
        double share = Math.max(0, Math.min(1, (figure - lo) / (hi - lo)));
        return start + share * (end - start);
    }

    /** The same as text for the template. */
    String text(double figure) {
        return Decimals.fixed(at(figure), 1);
    }

    List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        int count = (int) Math.round((hi - lo) / step);
        for (int i = 0; i <= count; i++) {
            double figure = lo + i * step;
            ticks.add(new Tick(text(figure), Cell.minus(Decimals.fixed(figure, step < 1 ? 1 : 0))));
        }
        return ticks;
    }
}
