package io.stipple.cohort;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's correction for several tests: Holm (1979), "A simple sequentially rejective multiple test procedure",
 * Scandinavian Journal of Statistics 6:65–70. However many true nulls there are, the chance to reject any is kept.
 */
final class Holm {
    private Holm() {}

    /** The p-values corrected for being so many, in the same order, each 0..1. */
    static List<Double> corrected(List<Double> pValues) {
        List<Integer> ascending = IntStream.range(0, pValues.size())
                .boxed()
                .sorted(Comparator.comparing(pValues::get))
                .toList();
        double[] corrected = new double[pValues.size()];
        double largest = 0;
        for (int rank = 0; rank < ascending.size(); rank++) {
            double scaled = (ascending.size() - rank) * pValues.get(ascending.get(rank));
            largest = Math.max(largest, Math.min(1, scaled));
            corrected[ascending.get(rank)] = largest;
        }
        return IntStream.range(0, corrected.length).mapToObj(i -> corrected[i]).toList();
    }
}
