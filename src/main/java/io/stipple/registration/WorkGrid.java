package io.stipple.registration;

/**
 * The reduced picture that registration works on: a crop of a photo, at a scale of its own.
 *
 * @param left left edge of the crop, px of the photo (edge, not centre)
 * @param top top edge of the crop, px of the photo
 * @param pxPerCol photo pixels per work pixel along x
 * @param pxPerRow photo pixels per work pixel along y
 * @param cols width, work px
 * @param rows height, work px
 */
record WorkGrid(double left, double top, double pxPerCol, double pxPerRow, int cols, int rows) {
    WorkGrid {
        if (!(pxPerCol > 0) || !(pxPerRow > 0) || cols < 1 || rows < 1) {
            throw new IllegalArgumentException("a work grid has " + cols + " x " + rows + " px of " + pxPerCol + " x "
                    + pxPerRow + " photo px, all above 0");
        }
    }

    /** Photo x of the centre of a work column. */
    double xOf(double col) {
        return left + (col + 0.5) * pxPerCol - 0.5;
    }

    /** Photo y of the centre of a work row. */
    double yOf(double row) {
        return top + (row + 0.5) * pxPerRow - 0.5;
    }

    /** Work column of a photo x. */
    double colOf(double xPx) {
        return (xPx + 0.5 - left) / pxPerCol - 0.5;
    }

    /** Work row of a photo y. */
    double rowOf(double yPx) {
        return (yPx + 0.5 - top) / pxPerRow - 0.5;
    }

    /** Photo pixels per work pixel, mean of both directions. */
    double pxPerWork() {
        return Math.sqrt(pxPerCol * pxPerRow);
    }

    /** The same crop with {@code times} fewer columns and rows; both must divide. */
    WorkGrid reducedBy(int times) {
        if (cols % times != 0 || rows % times != 0) {
            throw new IllegalArgumentException(cols + " x " + rows + " px do not divide by " + times);
        }
        return new WorkGrid(left, top, pxPerCol * times, pxPerRow * times, cols / times, rows / times);
    }
}
