package io.stipple.dots;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Works on candidates side by side without two of them touching a pixel at once: the picture is cut into square blocks
 * wider than any two candidates reach; every second one across and down is worked on at a time. Which block a candidate
 * lies in and the order within it do not depend on how many threads there are, so neither does any result.
 *
 * <p>A candidate's rows lie far apart in memory, and to wait for them one by one costs several times what the fit itself
 * does. A block's are read through in one go before its candidates are worked on, and these are gone over twice while
 * their pixels lie in the processor's cache.
 */
final class Blocks {
    private static final int HANDFUL = 8; // sharing out costs more than fitting them
    private static final int CELL_PX = 32; // neighbours in the picture are neighbours in the list, to within this
    private static final int LEAST_CELLS = 8; // across a block: with what its candidates reach it has 300 to 400 kB
    private static final int ROUNDS_A_VISIT = 2; // after more, neighbours in two blocks would have settled apart
    private static final int LINE = 16; // values that come from memory together

    private final float[] picture;
    private final int widthPx;
    private final int heightPx;
    private final int reachPx;
    private final int cells; // across a block, and down it
    private final int across;
    private final int down;
    private float fetched;

    /**
     * Cuts a picture.
     *
     * @param picture row by row, which candidates are fitted to
     * @param reachPx of the largest candidate
     */
    Blocks(float[] picture, int widthPx, int heightPx, double reachPx) {
        this.picture = picture;
        this.widthPx = widthPx;
        this.heightPx = heightPx;
        this.reachPx = (int) Math.ceil(reachPx);
        // A candidate may step over the edge of its block by a few pixels while it is fitted.
        this.cells = Math.max(LEAST_CELLS, (int) Math.ceil((2 * reachPx + 16) / CELL_PX));
        this.across = widthPx / sidePx() + 1;
        this.down = heightPx / sidePx() + 1;
    }

    private int sidePx() {
        return cells * CELL_PX;
    }

    /**
     * Hands over the candidates of each block, cell by cell; a handful of them at once, in the list's order.
     *
     * @param rounds over all candidates; in each they are handed over as they lay before the first
     */
    void forEach(List<Blob> blobs, int rounds, Consumer<List<Blob>> work) {
        if (blobs.size() <= HANDFUL) {
            repeat(blobs, rounds, work);
            return;
        }
        int[] firstOfCell = new int[across * down * cells * cells + 1];
        List<Blob> arranged = arranged(blobs, firstOfCell);
        for (int done = 0; done < rounds; done += ROUNDS_A_VISIT) {
            int visit = Math.min(ROUNDS_A_VISIT, rounds - done);
            for (int phase = 0; phase < 4; phase++) {
                Arrays.stream(blocksOf(phase)).parallel().forEach(block -> {
                    int from = firstOfCell[block * cells * cells];
                    int to = firstOfCell[(block + 1) * cells * cells];
                    if (from < to) {
                        fetched = sumOver(block);
                        repeat(arranged.subList(from, to), visit, work);
                    }
                });
            }
        }
    }

    private static void repeat(List<Blob> blobs, int rounds, Consumer<List<Blob>> work) {
        for (int round = 0; round < rounds; round++) {
            work.accept(blobs);
        }
    }

    /** Every second block across and down, from one of four on. */
    private int[] blocksOf(int phase) {
        return IntStream.range(0, across * down)
                .filter(block -> block % across % 2 == phase % 2 && block / across % 2 == phase / 2)
                .toArray();
    }

    /**
     * The candidates block by block, and in each block cell by cell.
     *
     * @param firstOfCell filled in: where the candidates of each cell begin, and at last where those of all end
     */
    private List<Blob> arranged(List<Blob> blobs, int[] firstOfCell) {
        int[] cellOf = blobs.stream().mapToInt(this::cell).toArray();
        for (int cell : cellOf) {
            firstOfCell[cell + 1]++;
        }
        Arrays.parallelPrefix(firstOfCell, Integer::sum);
        int[] next = firstOfCell.clone();
        Blob[] arranged = new Blob[cellOf.length];
        for (int i = 0; i < cellOf.length; i++) {
            arranged[next[cellOf[i]]++] = blobs.get(i);
        }
        return Arrays.asList(arranged);
    }

    /** Number of the cell that a candidate lies in; those of a block follow each other. */
    private int cell(Blob blob) {
        int column = Math.max(0, Math.min(across * cells - 1, (int) (blob.x / CELL_PX)));
        int row = Math.max(0, Math.min(down * cells - 1, (int) (blob.y / CELL_PX)));
        int block = row / cells * across + column / cells;
        return block * cells * cells + row % cells * cells + column % cells;
    }

    /**
     * Reads a block and what its candidates reach, so that the cache holds them. Their sum serves nothing; it is kept, in
     * whichever thread's turn it is, since reading for no purpose would be left out by the compiler.
     */
    private float sumOver(int block) {
        int left = Math.max(0, block % across * sidePx() - reachPx);
        int right = Math.min(widthPx, (block % across + 1) * sidePx() + reachPx);
        int top = Math.max(0, block / across * sidePx() - reachPx);
        int bottom = Math.min(heightPx, (block / across + 1) * sidePx() + reachPx);
        float sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int i = y * widthPx + left; i < y * widthPx + right; i += LINE) {
                sum += picture[i];
            }
        }
        return sum;
    }
}
