package io.stipple.change;

import io.stipple.model.HeadAxes;
import io.stipple.model.Outline;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A line over the head from back to front, with lengths along the scalp: 0 where it crosses the head's axis from side to
 * side, positive ahead of it.
 */
final class HeadColumn {
    private final HeadAxes axes;
    private final double left;
    private final int steps;
    // Millimetres after each step towards the front, from the one farthest behind; steps are stepsToRim to the rim.
    private final double[] mm;
    private final int firstStep;

    private HeadColumn(HeadAxes axes, double left, int steps, double[] mm, int firstStep) {
        this.axes = axes;
        this.left = left;
        this.steps = steps;
        this.mm = mm;
        this.firstStep = firstStep;
    }

    /**
     * Walks the line as far as the photo shows scalp.
     *
     * @param left where it lies between the client's right (-1) and left (1) rim
     * @param stepsToRim steps to the rim ahead and behind
     */
    static HeadColumn walk(HeadAxes axes, double left, ScalpGeometry scalp, int stepsToRim) {
        double[] all = new double[2 * stepsToRim + 1];
        int front = stepsToRim;
        while (front < 2 * stepsToRim) {
            OptionalDouble length = step(axes, left, front - stepsToRim, scalp, stepsToRim);
            if (length.isEmpty()) {
                break;
            }
            all[front + 1] = all[front] + length.getAsDouble();
            front++;
        }
        int back = stepsToRim;
        while (back > 0) {
            OptionalDouble length = step(axes, left, back - 1 - stepsToRim, scalp, stepsToRim);
            if (length.isEmpty()) {
                break;
            }
            all[back - 1] = all[back] - length.getAsDouble();
            back--;
        }
        double[] walked = Arrays.copyOfRange(all, back, front + 1);
        return new HeadColumn(axes, left, stepsToRim, walked, back - stepsToRim);
    }

    private static OptionalDouble step(HeadAxes axes, double left, int from, ScalpGeometry scalp, int stepsToRim) {
        PointPx start = axes.at(left, (double) from / stepsToRim);
        PointPx end = axes.at(left, (from + 1.0) / stepsToRim);
        double dx = end.x() - start.x();
        double dy = end.y() - start.y();
        return scalp.at(start.x() + dx / 2, start.y() + dy / 2)
                .map((ScalpFrame frame) -> OptionalDouble.of(frame.mmOf(dx, dy)))
                .orElse(OptionalDouble.empty());
    }

    /** Where it lies between the client's right (-1) and left (1) rim. */
    double left() {
        return left;
    }

    /** Length along the scalp at a share of the way to the foremost rim, mm; empty off the scalp. */
    OptionalDouble mmAt(double forward) {
        double at = forward * steps - firstStep;
        int whole = (int) Math.floor(at);
        if (whole < 0 || whole + 1 >= mm.length) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(mm[whole] + (at - whole) * (mm[whole + 1] - mm[whole]));
    }

    /** The place at a length along the scalp that it {@link #reaches}, px. */
    PointPx placeAt(double atMm) {
        int whole = Arrays.binarySearch(mm, atMm);
        whole = Math.max(0, Math.min(mm.length - 2, whole < 0 ? -whole - 2 : whole));
        double part = (atMm - mm[whole]) / (mm[whole + 1] - mm[whole]);
        return axes.at(left, (firstStep + whole + part) / steps);
    }

    /** Whether the scalp goes on to this length. */
    boolean reaches(double atMm) {
        return mm.length > 1 && atMm >= mm[0] && atMm <= mm[mm.length - 1];
    }

    /** The foremost crossing of an outline, mm; empty where the line misses it or it lies off the scalp. */
    OptionalDouble frontOf(Outline outline) {
        List<PointPx> corners = outline.points();
        double foremost = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < corners.size(); i++) {
            PointPx a = corners.get(i);
            PointPx b = corners.get((i + 1) % corners.size());
            double aLeft = axes.leftOf(a);
            double bLeft = axes.leftOf(b);
            if (aLeft <= left != bLeft <= left) {
                double part = (left - aLeft) / (bLeft - aLeft);
                foremost = Math.max(foremost, axes.forwardOf(a) + part * (axes.forwardOf(b) - axes.forwardOf(a)));
            }
        }
        return foremost == Double.NEGATIVE_INFINITY ? OptionalDouble.empty() : mmAt(foremost);
    }
}
