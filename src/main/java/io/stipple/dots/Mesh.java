package io.stipple.dots;

import java.util.function.IntToDoubleFunction;
import org.opencv.core.Mat;

/**
 * Values on a coarse grid of cells that spans a picture; between the middles of cells they run straight, as OpenCV's
 * linear resizing has it.
 */
final class Mesh {
    static final Mesh ZERO = new Mesh(1, 1, new float[1]);

    private final int columns;
    private final int rows;
    private final float[] values;

    /** @param values row by row; taken over */
    Mesh(int columns, int rows, float[] values) {
        this.columns = columns;
        this.rows = rows;
        this.values = values;
    }

    /** A copy of a CV_32FC1 Mat's. */
    static Mesh of(Mat mat) {
        return new Mesh(mat.cols(), mat.rows(), DotFinder.pixelsOf(mat));
    }

    /** Value of one cell, counted row by row. */
    float cell(int i) {
        return values[i];
    }

    /** A mesh of the same cells, each with a value made from its number. */
    Mesh map(IntToDoubleFunction value) {
        float[] other = new float[values.length];
        for (int i = 0; i < other.length; i++) {
            other[i] = (float) value.applyAsDouble(i);
        }
        return new Mesh(columns, rows, other);
    }

    /** The value of the cell that a point lies in. */
    float cellAt(double x, double y, int widthPx, int heightPx) {
        int column = (int) Math.min(columns - 1, Math.max(0, x * columns / widthPx));
        int row = (int) Math.min(rows - 1, Math.max(0, y * rows / heightPx));
        return values[row * columns + column];
    }

    /**
     * Part of one row of the picture.
     *
     * @param y of the picture; one above or below it repeats its edge
     * @param left first pixel
     * @param into its first {@code count} elements are filled
     */
    void row(int y, int left, int count, int widthPx, int heightPx, float[] into) {
        float down = Math.max(0, Math.min(rows - 1, (y + 0.5f) * rows / heightPx - 0.5f));
        int above = Math.min(rows - 1, (int) down);
        int below = Math.min(rows - 1, above + 1);
        float share = down - above;
        float step = (float) columns / widthPx;
        int x = 0;
        while (x < count) {
            float across = (left + x + 0.5f) * step - 0.5f;
            int cell = (int) Math.floor(across);
            int end = Math.min(count, Math.max(x + 1, (int) Math.ceil((cell + 1.5f) / step - 0.5f) - left));
            float from = at(cell, above, below, share);
            float slope = (at(cell + 1, above, below, share) - from) * step;
            float start = from + (across - cell) / step * slope;
            for (int i = x; i < end; i++) {
                into[i] = start + (i - x) * slope;
            }
            x = end;
        }
    }

    /**
     * Takes the mesh off pictures of one size.
     *
     * @param mask 0 where they are to stay as they are
     * @param pictures row by row; lowered in place
     */
    void takeOff(byte[] mask, int widthPx, int heightPx, float[]... pictures) {
        Bands.forEach(heightPx, (top, bottom) -> {
            float[] level = new float[widthPx];
            for (int y = top; y < bottom; y++) {
                row(y, 0, widthPx, widthPx, heightPx, level);
                int at = y * widthPx;
                for (int x = 0; x < widthPx; x++) {
                    level[x] = mask[at + x] == 0 ? 0 : level[x];
                }
                for (float[] picture : pictures) {
                    for (int x = 0; x < widthPx; x++) {
                        picture[at + x] -= level[x];
                    }
                }
            }
        });
    }

    private float at(int column, int above, int below, float share) {
        int c = Math.max(0, Math.min(columns - 1, column));
        float top = values[above * columns + c];
        return top + share * (values[below * columns + c] - top);
    }
}
