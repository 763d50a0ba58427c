package io.stipple.dots;

import java.util.stream.IntStream;

/** Rows of a picture worked on side by side, a fixed number at a time: no result depends on how many threads there are. */
final class Bands {
    private static final int ROWS = 64;

    private Bands() {}

    /** Work on rows from {@code top} up to, and without, {@code bottom}. */
    interface Work {
        void on(int top, int bottom);
    }

    static void forEach(int rows, Work work) {
        IntStream.range(0, (rows + ROWS - 1) / ROWS)
                .parallel()
                .forEach(i -> work.on(i * ROWS, Math.min(rows, (i + 1) * ROWS)));
    }
}
