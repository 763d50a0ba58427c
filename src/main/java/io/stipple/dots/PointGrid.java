package io.stipple.dots;

import io.stipple.model.PointPx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Points in square cells: everything within a distance, in a fixed order. */
final class PointGrid {
    private final double cellPx;
    private final List<PointPx> points = new ArrayList<>();
    private final Map<Long, List<Integer>> cells = new HashMap<>();

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
        int number = points.size();
        points.add(point);
        cells.computeIfAbsent(key(cell(point.x()), cell(point.y())), unused -> new ArrayList<>(4))
                .add(number);
    }

    PointPx point(int number) {
        return points.get(number);
    }

    int size() {
        return points.size();
    }

    /** Numbers of the points at most {@code reachPx} away, cell by cell. */
    void within(double x, double y, double reachPx, IntConsumer visitor) {
        int rings = (int) Math.ceil(reachPx / cellPx);
        int column = cell(x);
        int row = cell(y);
        for (int r = row - rings; r <= row + rings; r++) {
            for (int c = column - rings; c <= column + rings; c++) {
                for (int number : cells.getOrDefault(key(c, r), List.of())) {
                    PointPx p = points.get(number);
                    double dx = p.x() - x;
                    double dy = p.y() - y;
                    if (dx * dx + dy * dy <= reachPx * reachPx) {
                        visitor.accept(number);
                    }
                }
            }
        }
    }

    private int cell(double coordinate) {
        return (int) Math.floor(coordinate / cellPx);
    }

    private static long key(int column, int row) {
        return (long) column << 32 ^ (row & 0xffffffffL);
    }
}
