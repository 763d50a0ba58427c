package io.stipple.dots;

import io.stipple.model.PointPx;
import io.stipple.model.ScalpFrame;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** Points in square cells: everything within a distance, in a fixed order. */
final class PointGrid {
    private static final int LEAST_SLOTS = 64; // a power of two

    private final double cellPx;
    private int size;
    // Coordinates by number.
    private double[] xs = new double[LEAST_SLOTS];
    private double[] ys = new double[LEAST_SLOTS];
    // Open addressing: of each slot's cell the key, its first and its last point; of each point the next in its cell.
    private long[] keys = new long[LEAST_SLOTS];
    private int[] first = filled(LEAST_SLOTS);
    private int[] last = filled(LEAST_SLOTS);
    private int[] next = filled(LEAST_SLOTS);
    private int cells;

    PointGrid(double cellPx) {
        if (!(cellPx > 0)) {
            throw new IllegalArgumentException("cell of " + cellPx + " px is not above 0");
        }
        this.cellPx = cellPx;
    }

    PointGrid(double cellPx, List<PointPx> points) {
        this(cellPx);
        points.forEach(this::add);
    }

    /** Adds a point; its number is how many were added before it. */
    void add(PointPx point) {
        int number = size++;
        if (number == next.length) {
            next = Arrays.copyOf(next, 2 * number);
            Arrays.fill(next, number, next.length, -1);
            xs = Arrays.copyOf(xs, 2 * number);
            ys = Arrays.copyOf(ys, 2 * number);
        }
        xs[number] = point.x();
        ys[number] = point.y();
        if (2 * cells > keys.length) {
            grow();
        }
        long key = key(cell(point.x()), cell(point.y()));
        int slot = slot(key);
        if (first[slot] < 0) {
            keys[slot] = key;
            first[slot] = number;
            cells++;
        } else {
            next[last[slot]] = number;
        }
        last[slot] = number;
    }

    PointPx point(int number) {
        return new PointPx(xs[number], ys[number]);
    }

    int size() {
        return size;
    }

    /** Numbers of the points at most {@code reachPx} away, cell by cell. */
    void within(double x, double y, double reachPx, IntConsumer visitor) {
        anyWithin(x, y, reachPx, number -> {
            visitor.accept(number);
            return false;
        });
    }

    /** Whether any of the points is at most {@code reachPx} away. */
    boolean anyWithin(double x, double y, double reachPx) {
        return anyWithin(x, y, reachPx, number -> true);
    }

    /** Whether any of the points lies nearer than that on the scalp, mm. */
    boolean anyWithin(double x, double y, ScalpFrame frame, double reachMm) {
        return anyWithin(
                x, y, reachMm * frame.pxPerMm(), number -> frame.mmOf(xs[number] - x, ys[number] - y) < reachMm);
    }

    private boolean anyWithin(double x, double y, double reachPx, IntPredicate wanted) {
        int rings = (int) Math.ceil(reachPx / cellPx);
        int column = cell(x);
        int row = cell(y);
        for (int r = row - rings; r <= row + rings; r++) {
            for (int c = column - rings; c <= column + rings; c++) {
                for (int number = first[slot(key(c, r))]; number >= 0; number = next[number]) {
                    double dx = xs[number] - x;
                    double dy = ys[number] - y;
                    if (dx * dx + dy * dy <= reachPx * reachPx && wanted.test(number)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldFirst = first;
        int[] oldLast = last;
        keys = new long[2 * oldKeys.length];
        first = filled(keys.length);
        last = filled(keys.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldFirst[i] >= 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                first[slot] = oldFirst[i];
                last[slot] = oldLast[i];
            }
        }
    }

    /** Where a cell is kept, or the empty slot where it would be. */
    private int slot(long key) {
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & (keys.length - 1);
        while (first[slot] >= 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private static int[] filled(int length) {
        int[] none = new int[length];
        Arrays.fill(none, -1);
        return none;
    }

    private int cell(double coordinate) {
        return (int) Math.floor(coordinate / cellPx);
    }

    private static long key(int column, int row) {
        return ((long) column << 32) ^ (row & 0xffffffffL);
    }
}
