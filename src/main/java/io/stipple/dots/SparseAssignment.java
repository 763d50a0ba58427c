package io.stipple.dots;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The cheapest one-to-one pairing where most pairs are impossible: the pairs fall into small connected groups, each
 * solved exactly by the Hungarian method (Kuhn 1955, in the shortest-path form of Jonker and Volgenant 1987).
 */
final class SparseAssignment {
    /**
     * A possible pair.
     *
     * @param left number on the left side
     * @param right number on the right side
     * @param cost below {@link #UNPAIRED}
     */
    record Pair(int left, int right, double cost) {}

    /** What it costs to leave a left element alone: any possible pair is cheaper. */
    static final double UNPAIRED = 4;

    private SparseAssignment() {}

    /** For each left element the right one it is paired with, or -1. */
    static int[] solve(int leftSize, int rightSize, List<Pair> pairs) {
        List<List<Pair>> byLeft = lists(leftSize);
        List<List<Pair>> byRight = lists(rightSize);
        for (Pair pair : pairs) {
            if (!(pair.cost() >= 0 && pair.cost() < UNPAIRED)) {
                throw new IllegalArgumentException("cost " + pair.cost() + " is outside 0.." + UNPAIRED);
            }
            byLeft.get(pair.left()).add(pair);
            byRight.get(pair.right()).add(pair);
        }
        int[] result = new int[leftSize];
        Arrays.fill(result, -1);
        boolean[] seenLeft = new boolean[leftSize];
        boolean[] seenRight = new boolean[rightSize];
        for (int start = 0; start < leftSize; start++) {
            if (!seenLeft[start] && !byLeft.get(start).isEmpty()) {
                solveGroup(group(start, byLeft, byRight, seenLeft, seenRight), byLeft, result);
            }
        }
        return result;
    }

    private record Group(List<Integer> left, List<Integer> right) {}

    private static Group group(
            int start, List<List<Pair>> byLeft, List<List<Pair>> byRight, boolean[] seenLeft, boolean[] seenRight) {
        var group = new Group(new ArrayList<>(), new ArrayList<>());
        Deque<Integer> queue = new ArrayDeque<>(); // left numbers as they are, right ones as -1 - number
        queue.add(start);
        seenLeft[start] = true;
        while (!queue.isEmpty()) {
            int next = queue.remove();
            if (next >= 0) {
                group.left().add(next);
                for (Pair pair : byLeft.get(next)) {
                    if (!seenRight[pair.right()]) {
                        seenRight[pair.right()] = true;
                        queue.add(-1 - pair.right());
                    }
                }
            } else {
                group.right().add(-1 - next);
                for (Pair pair : byRight.get(-1 - next)) {
                    if (!seenLeft[pair.left()]) {
                        seenLeft[pair.left()] = true;
                        queue.add(pair.left());
                    }
                }
            }
        }
        return group;
    }

    private static void solveGroup(Group group, List<List<Pair>> byLeft, int[] result) {
        int rows = group.left().size();
        int real = group.right().size();
        // One spare column per row: to stay alone.
        double[][] cost = new double[rows][real + rows];
        for (int r = 0; r < rows; r++) {
            Arrays.fill(cost[r], 0, real, 4 * UNPAIRED);
            Arrays.fill(cost[r], real, real + rows, UNPAIRED);
            for (Pair pair : byLeft.get(group.left().get(r))) {
                int column = group.right().indexOf(pair.right());
                cost[r][column] = Math.min(cost[r][column], pair.cost());
            }
        }
        int[] columns = hungarian(cost);
        for (int r = 0; r < rows; r++) {
            if (columns[r] < real && cost[r][columns[r]] < UNPAIRED) {
                result[group.left().get(r)] = group.right().get(columns[r]);
            }
        }
    }

    /** Column of each row in the cheapest full assignment; at least as many columns as rows. */
    static int[] hungarian(double[][] cost) {
        int n = cost.length;
        int m = cost[0].length;
        double[] u = new double[n + 1];
        double[] v = new double[m + 1];
        int[] rowOf = new int[m + 1];
        int[] way = new int[m + 1];
        for (int i = 1; i <= n; i++) {
            rowOf[0] = i;
            int column = 0;
            double[] least = new double[m + 1];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            boolean[] used = new boolean[m + 1];
            do {
                used[column] = true;
                int row = rowOf[column];
                double delta = Double.POSITIVE_INFINITY;
                int next = 0;
                for (int j = 1; j <= m; j++) {
                    if (used[j]) {
                        continue;
                    }
                    double reduced = cost[row - 1][j - 1] - u[row] - v[j];
                    if (reduced < least[j]) {
                        least[j] = reduced;
                        way[j] = column;
                    }
                    if (least[j] < delta) {
                        delta = least[j];
                        next = j;
                    }
                }
                for (int j = 0; j <= m; j++) {
                    if (used[j]) {
                        u[rowOf[j]] += delta;
                        v[j] -= delta;
                    } else {
                        least[j] -= delta;
                    }
                }
                column = next;
            } while (rowOf[column] != 0);
            while (column != 0) {
                int previous = way[column];
                rowOf[column] = rowOf[previous];
                column = previous;
            }
        }
        int[] columns = new int[n];
        for (int j = 1; j <= m; j++) {
            if (rowOf[j] > 0) {
                columns[rowOf[j] - 1] = j - 1;
            }
        }
        return columns;
    }

    private static List<List<Pair>> lists(int size) {
        List<List<Pair>> lists = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            lists.add(new ArrayList<>(2));
        }
        return lists;
    }
}
