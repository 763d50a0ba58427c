package io.stipple.region;

import io.stipple.opencv.Mask;
import java.util.BitSet;
import java.util.function.BiPredicate;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * Where a photo shows scalp well enough to count dots, as a grid over the reference photo: small enough to keep one for
 * each photo of a case when the photo's pixels are long gone (93 kB for 12 megapixels at a step of 4 px).
 */
public final class SeenScalp {
    private final BitSet cells;
    private final int columns;
    private final int rows;
    private final int stepPx;

    private SeenScalp(BitSet cells, int columns, int rows, int stepPx) {
        this.cells = cells;
        this.columns = columns;
        this.rows = rows;
        this.stepPx = stepPx;
    }

    /**
     * Asks {@code seen} once for the centre of each cell.
     *
     * @param widthPx of the reference photo
     * @param heightPx of the reference photo
     * @param stepPx side of a cell, px; well below a dot's spacing
     * @param seen whether the photo shows this point of the reference
     */
    public static SeenScalp of(int widthPx, int heightPx, int stepPx, BiPredicate<Double, Double> seen) {
        if (stepPx < 1) {
            throw new IllegalArgumentException("cell side " + stepPx + " px is below 1");
        }
        int columns = (widthPx + stepPx - 1) / stepPx;
        int rows = (heightPx + stepPx - 1) / stepPx;
        BitSet cells = new BitSet(columns * rows);
        double middle = (stepPx - 1) / 2.0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (seen.test(column * stepPx + middle, row * stepPx + middle)) {
                    cells.set(row * columns + column);
                }
            }
        }
        return new SeenScalp(cells, columns, rows, stepPx);
    }

    /** Whether the photo shows this point of the reference; false outside the reference photo. */
    public boolean at(double xReferencePx, double yReferencePx) {
        // A pixel's own square reaches half a pixel to each side of its centre.
        int column = (int) Math.floor((xReferencePx + 0.5) / stepPx);
        int row = (int) Math.floor((yReferencePx + 0.5) / stepPx);
        return column >= 0 && row >= 0 && column < columns && row < rows && cells.get(row * columns + column);
    }

    /** The same as pixels, one for each cell; the last column and row may reach beyond the reference photo. The caller closes it. */
    public Mask mask() {
        byte[] pixels = new byte[columns * rows];
        cells.stream().forEach(cell -> pixels[cell] = (byte) 255);
        Mat mat = new Mat(rows, columns, CvType.CV_8UC1);
        mat.put(0, 0, pixels);
        return new Mask(mat);
    }
}
