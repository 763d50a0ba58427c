package io.stipple.model;

import java.util.ArrayList;
import java.util.List;

/**
 * How much scalp lies behind the pixels of a view's reference photo, on a coarse grid: a head is smooth.
 *
 * @param stepPx from one place of the grid to the next, px; the first lies half a step from the photo's left and upper edge
 * @param columns of the grid
 * @param rows of the grid
 * @param mm2PerPx2 row by row: area of curved scalp behind a pixel, mm²; 0 where the photo shows no scalp
 */
public record ScalpAreas(int stepPx, int columns, int rows, List<Double> mm2PerPx2) {
    public ScalpAreas {
        mm2PerPx2 = List.copyOf(mm2PerPx2);
        if (stepPx < 1 || mm2PerPx2.size() != columns * rows) {
            throw new IllegalArgumentException("a grid of " + columns + " x " + rows + " places " + stepPx
                    + " px apart has " + mm2PerPx2.size() + " areas");
        }
        mm2PerPx2.forEach(area -> Check.within("mm² of scalp per px", area, 0, Double.MAX_VALUE));
    }

    /** Asks the geometry at each place of the grid. */
    public static ScalpAreas of(ScalpGeometry scalp, int widthPx, int heightPx, int stepPx) {
        int columns = (widthPx + stepPx - 1) / stepPx;
        int rows = (heightPx + stepPx - 1) / stepPx;
        List<Double> areas = new ArrayList<>(columns * rows);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                areas.add(scalp.at((column + 0.5) * stepPx - 0.5, (row + 0.5) * stepPx - 0.5)
                        .map(ScalpFrame::mm2PerPx)
                        .orElse(0.0));
            }
        }
        return new ScalpAreas(stepPx, columns, rows, areas);
    }
}
