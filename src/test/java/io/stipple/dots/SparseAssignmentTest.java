package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.dots.SparseAssignment.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SparseAssignmentTest {
    @Test
    void the_nearest_pair_yields_where_another_pairing_is_cheaper_in_sum() {
        // Greedy would take (0, 0) at 0.1 and leave 1 alone at 4; together they cost 0.2 + 0.3.
        List<Pair> pairs = List.of(new Pair(0, 0, 0.1), new Pair(0, 1, 0.2), new Pair(1, 0, 0.3));
        assertThat(SparseAssignment.solve(2, 2, pairs)).containsExactly(1, 0);
    }

    @Test
    void what_has_no_possible_pair_stays_alone() {
        assertThat(SparseAssignment.solve(3, 2, List.of(new Pair(1, 1, 0.5)))).containsExactly(-1, 1, -1);
    }

    @Test
    void agrees_with_trying_every_pairing() {
        var random = new SplittableRandom(11);
        for (int round = 0; round < 200; round++) {
            int left = 1 + random.nextInt(5);
            int right = 1 + random.nextInt(5);
            List<Pair> pairs = new ArrayList<>();
            for (int l = 0; l < left; l++) {
                for (int r = 0; r < right; r++) {
                    if (random.nextDouble() < 0.5) {
                        pairs.add(new Pair(l, r, random.nextDouble()));
                    }
                }
            }
            int[] solved = SparseAssignment.solve(left, right, pairs);
            assertThat(costOf(solved, pairs))
                    .isCloseTo(cheapest(0, left, new boolean[right], pairs), org.assertj.core.data.Offset.offset(1e-9));
        }
    }

    private static double costOf(int[] solved, List<Pair> pairs) {
        double cost = 0;
        for (int l = 0; l < solved.length; l++) {
            int left = l;
            cost += solved[l] < 0
                    ? SparseAssignment.UNPAIRED
                    : pairs.stream()
                            .filter(p -> p.left() == left && p.right() == solved[left])
                            .findFirst()
                            .orElseThrow()
                            .cost();
        }
        return cost;
    }

    private static double cheapest(int next, int left, boolean[] taken, List<Pair> pairs) {
        if (next == left) {
            return 0;
        }
        double best = SparseAssignment.UNPAIRED + cheapest(next + 1, left, taken, pairs);
        for (Pair p : pairs) {
            if (p.left() == next && !taken[p.right()]) {
                taken[p.right()] = true;
                best = Math.min(best, p.cost() + cheapest(next + 1, left, taken, pairs));
                taken[p.right()] = false;
            }
        }
        return best;
    }
}
