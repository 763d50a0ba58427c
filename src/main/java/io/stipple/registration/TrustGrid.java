package io.stipple.registration;

/** Where on the reference a map is supported by what was matched: square cells, yes or no. */
final class TrustGrid {
    private final double left;
    private final double top;
    private final double cellPx;
    private final int cols;
    private final int rows;
    private final boolean[] cells;

    /**
     * @param left left edge of the first cell, px of the reference
     * @param top top edge of the first cell
     * @param cellPx side of a cell
     * @param cols cells across
     * @param rows cells down
     * @param cells row by row; taken over
     */
    TrustGrid(double left, double top, double cellPx, int cols, int rows, boolean[] cells) {
        if (cells.length != cols * rows || !(cellPx > 0)) {
            throw new IllegalArgumentException(cells.length + " cells of " + cellPx + " px for " + cols + " x " + rows);
        }
        this.left = left;
        this.top = top;
        this.cellPx = cellPx;
        this.cols = cols;
        this.rows = rows;
        this.cells = cells;
    }

    boolean at(double xPx, double yPx) {
        int col = (int) Math.floor((xPx - left) / cellPx);
        int row = (int) Math.floor((yPx - top) / cellPx);
        return col >= 0 && row >= 0 && col < cols && row < rows && cells[row * cols + col];
    }

    @Override
    public String toString() {
        int trusted = 0;
        for (boolean cell : cells) {
            trusted += cell ? 1 : 0;
        }
        return trusted + " of " + cells.length + " cells of " + cellPx + " px trusted";
    }
}
