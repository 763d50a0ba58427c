package io.stipple.dots;

import io.stipple.model.PointPx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many of the things that a person marked were found.
 *
 * @param hits found things with a mark of their own
 * @param found things found
 * @param marks things marked
 */
record MarkMatching(int hits, int found, int marks) {
    static final MarkMatching NONE = new MarkMatching(0, 0, 0);

    private record Pair(int found, int mark, double distance) {}

    /** Pairs what was found with marks one to one, nearest first, no farther apart than {@code radiusPx}. */
    static MarkMatching of(List<PointPx> found, List<PointPx> marks, double radiusPx) {
        return new MarkMatching(hitsOf(found, marks, radiusPx).size(), found.size(), marks.size());
    }

    /** Indices of found things and of their marks, in pairs. */
    static List<int[]> hitsOf(List<PointPx> found, List<PointPx> marks, double radiusPx) {
        List<Pair> near = new ArrayList<>();
        for (int f = 0; f < found.size(); f++) {
            for (int m = 0; m < marks.size(); m++) {
                double distance = found.get(f).distanceTo(marks.get(m));
                if (distance <= radiusPx) {
                    near.add(new Pair(f, m, distance));
                }
            }
        }
        near.sort(Comparator.comparingDouble(Pair::distance)
                .thenComparingInt(Pair::found)
                .thenComparingInt(Pair::mark));
        boolean[] foundTaken = new boolean[found.size()];
        boolean[] markTaken = new boolean[marks.size()];
        List<int[]> hits = new ArrayList<>();
        for (Pair pair : near) {
            if (!foundTaken[pair.found] && !markTaken[pair.mark]) {
                foundTaken[pair.found] = true;
                markTaken[pair.mark] = true;
                hits.add(new int[] {pair.found, pair.mark});
            }
        }
        return hits;
    }

    MarkMatching plus(MarkMatching other) {
        return new MarkMatching(hits + other.hits, found + other.found, marks + other.marks);
    }

    double precision() {
        return (double) hits / found;
    }

    double recall() {
        return (double) hits / marks;
    }

    /** Harmonic mean of precision and recall; NaN where nothing is found and nothing marked. */
    double f1() {
        return 2.0 * hits / (found + marks);
    }
}
