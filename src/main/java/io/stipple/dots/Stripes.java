package io.stipple.dots;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Works on candidates side by side without two of them touching a pixel at once: the picture is cut into stripes wider
 * than any two candidates reach; every second one is worked on at a time. Which stripe a candidate lies in and the order
 * within it do not depend on how many threads there are, so neither does any result.
 */
final class Stripes {
    private static final int HANDFUL = 8; // sharing out costs more than fitting them

    private final int height;
    private final int count;

    /** @param reachPx of the largest candidate */
    Stripes(int pictureHeight, double reachPx) {
        // A candidate may step over the edge of its stripe by a few pixels while it is fitted.
        height = (int) Math.ceil(2 * reachPx) + 16;
        count = pictureHeight / height + 1;
    }

    /**
     * Hands over the candidates of each stripe from left to right, so that each finds its pixels in the cache where its
     * neighbour left them; a handful of them at once, in the list's order.
     *
     * @param rounds of all candidates; in each they are handed over as they lay before the first
     */
    void forEach(List<Blob> blobs, int rounds, Consumer<List<Blob>> work) {
        if (blobs.size() <= HANDFUL) {
            for (int round = 0; round < rounds; round++) {
                work.accept(blobs);
            }
            return;
        }
        List<List<Blob>> stripes = arranged(blobs);
        for (int round = 0; round < rounds; round++) {
            for (int phase = 0; phase < 2; phase++) {
                int first = phase;
                IntStream.range(0, (stripes.size() - first + 1) / 2)
                        .parallel()
                        .forEach(i -> work.accept(stripes.get(2 * i + first)));
            }
        }
    }

    private List<List<Blob>> arranged(List<Blob> blobs) {
        List<List<Blob>> stripes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            stripes.add(new ArrayList<>());
        }
        for (Blob blob : blobs) {
            stripes.get(Math.max(0, Math.min(count - 1, (int) (blob.y / height))))
                    .add(blob);
        }
        stripes.forEach(some -> some.sort(Comparator.comparingDouble(b -> b.x)));
        return stripes;
    }
}
