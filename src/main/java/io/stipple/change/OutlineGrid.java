package io.stipple.change;

import io.stipple.model.Outline;
import io.stipple.model.PointPx;
import java.util.Arrays;
import java.util.List;

/**
 * A grid of points over outlines on a photo, each point with the outline that has it: where outlines overlap, the first in
 * the list.
 */
final class OutlineGrid {
    static final int NONE = -1;

    private final double left;
    private final double top;
    private final double stepPx;
    private final int columns;
    private final int rows;
    private final short[] owners;

    private OutlineGrid(double left, double top, double stepPx, int columns, int rows) {
        this.left = left;
        this.top = top;
        this.stepPx = stepPx;
        this.columns = columns;
        this.rows = rows;
        this.owners = new short[columns * rows];
        Arrays.fill(owners, (short) NONE);
    }

    /**
     * The grid that covers all outlines.
     *
     * @param outlines 1 or more
     * @param stepPx between points, px
     */
    static OutlineGrid over(List<Outline> outlines, double stepPx) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Outline outline : outlines) {
            for (PointPx corner : outline.points()) {
                left = Math.min(left, corner.x());
                right = Math.max(right, corner.x());
                top = Math.min(top, corner.y());
                bottom = Math.max(bottom, corner.y());
            }
        }
        int columns = (int) Math.ceil((right - left) / stepPx) + 1;
        int rows = (int) Math.ceil((bottom - top) / stepPx) + 1;
        OutlineGrid grid = new OutlineGrid(left, top, stepPx, columns, rows);
        // Backwards, so that the first outline has the last word.
        for (int i = outlines.size() - 1; i >= 0; i--) {
            grid.fill(outlines.get(i).points(), (short) i);
        }
        return grid;
    }

    int size() {
        return owners.length;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    double stepPx() {
        return stepPx;
    }

    /** Number of the outline that has the point {@code cell}, in rows from the top left; {@link #NONE} if none has. */
    int owner(int cell) {
        return owners[cell];
    }

    double x(int cell) {
        return left + cell % columns * stepPx;
    }

    double y(int cell) {
        int row = cell / columns;
        return top + row * stepPx;
    }

    /** Where {@code x} lies among the columns, not rounded; may be outside. */
    double column(double x) {
        return (x - left) / stepPx;
    }

    /** Where {@code y} lies among the rows, not rounded; may be outside. */
    double row(double y) {
        return (y - top) / stepPx;
    }

    /** Row by row, between every odd and the next even crossing of the outline. */
    private void fill(List<PointPx> corners, short owner) {
        double[] crossings = new double[corners.size()];
        for (int row = 0; row < rows; row++) {
            double y = top + row * stepPx;
            int count = 0;
            for (int i = 0; i < corners.size(); i++) {
                PointPx a = corners.get(i);
                PointPx b = corners.get((i + 1) % corners.size());
                if (a.y() <= y != b.y() <= y) {
                    crossings[count++] = a.x() + (y - a.y()) / (b.y() - a.y()) * (b.x() - a.x());
                }
            }
            Arrays.sort(crossings, 0, count);
            for (int i = 0; i + 1 < count; i += 2) {
                int first = (int) Math.ceil(column(crossings[i]));
                int last = (int) Math.floor(column(crossings[i + 1]));
                for (int column = Math.max(0, first); column <= Math.min(columns - 1, last); column++) {
                    owners[row * columns + column] = owner;
                }
            }
        }
    }
}
