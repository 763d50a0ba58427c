package io.stipple.dots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The working crop in squares that fit a processor's cache, those without scalp left out. Each square is worked on by
 * itself, so that no result depends on how many threads there are.
 */
final class Tiles {
    private static final int SIDE_PX = 160; // three pictures of it, with what filters reach around it, are half a MB

    final int widthPx;
    final int heightPx;
    private final List<Tile> all = new ArrayList<>();

    /** One square: pixels from {@code left, top} up to, and without, {@code right, bottom}. */
    record Tile(int number, int left, int top, int right, int bottom) {
        int width() {
            return right - left;
        }

        int height() {
            return bottom - top;
        }
    }

    /** @param mask 0 outside the scalp, row by row */
    Tiles(byte[] mask, int widthPx, int heightPx) {
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        for (int top = 0; top < heightPx; top += SIDE_PX) {
            for (int left = 0; left < widthPx; left += SIDE_PX) {
                int right = Math.min(widthPx, left + SIDE_PX);
                int bottom = Math.min(heightPx, top + SIDE_PX);
                Tile tile = new Tile(all.size(), left, top, right, bottom);
                if (showsScalp(mask, tile)) {
                    all.add(tile);
                }
            }
        }
    }

    private boolean showsScalp(byte[] mask, Tile tile) {
        for (int y = tile.top; y < tile.bottom; y++) {
            for (int x = tile.left; x < tile.right; x++) {
                if (mask[y * widthPx + x] != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    int count() {
        return all.size();
    }

    /** Works on all of them side by side. */
    void forEach(Consumer<Tile> work) {
        IntStream.range(0, all.size()).parallel().forEach(i -> work.accept(all.get(i)));
    }

    /** In order, row by row. */
    List<Tile> all() {
        return List.copyOf(all);
    }

    /**
     * The pixels of a tile and {@code around} it, row by row; beyond the picture its edge goes on.
     *
     * @param into of {@code (width + 2 around) · (height + 2 around)} values
     */
    void copy(float[] picture, Tile tile, int around, float[] into) {
        int columns = tile.width() + 2 * around;
        int first = Math.max(0, tile.left - around);
        int last = Math.min(widthPx, tile.right + around);
        int before = first - (tile.left - around);
        int within = last - first;
        int at = 0;
        for (int y = tile.top - around; y < tile.bottom + around; y++, at += columns) {
            int row = Math.max(0, Math.min(heightPx - 1, y)) * widthPx;
            System.arraycopy(picture, row + first, into, at + before, within);
            Arrays.fill(into, at, at + before, picture[row]);
            Arrays.fill(into, at + before + within, at + columns, picture[row + widthPx - 1]);
        }
    }

    /**
     * Writes every so-manyeth pixel of a tile in x and y into a picture so many times smaller.
     *
     * @param values of the tile and {@code around} it, row by row
     * @param few of {@code (width / stride) · (height / stride)} pixels
     */
    void sample(float[] values, int around, Tile tile, int stride, float[] few) {
        int columns = widthPx / stride;
        int rows = heightPx / stride;
        int across = tile.width() + 2 * around;
        int firstColumn = (tile.left + stride - 1) / stride;
        for (int row = (tile.top + stride - 1) / stride; row < rows && row * stride < tile.bottom; row++) {
            int at = (row * stride - tile.top + around) * across + around - tile.left;
            for (int c = firstColumn; c < columns && c * stride < tile.right; c++) {
                few[row * columns + c] = values[at + c * stride];
            }
        }
    }
}
