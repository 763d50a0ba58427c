package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.model.ScalpFrame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StripesTest {
    private static final double REACH_PX = 9;

    @Test
    void each_candidate_is_worked_on_once_and_from_left_to_right_within_its_stripe() {
        List<Blob> blobs = blobs();
        List<List<Blob>> worked = Collections.synchronizedList(new ArrayList<>());

        new Stripes(600, REACH_PX).forEach(blobs, 1, worked::add);

        assertThat(worked.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(blobs);
        for (List<Blob> stripe : worked) {
            assertThat(stripe.stream().map(b -> b.x)).isSorted();
        }
    }

    @Test
    void no_two_candidates_of_neighbouring_hands_reach_one_pixel() {
        List<Blob> blobs = blobs();
        List<List<Blob>> worked = Collections.synchronizedList(new ArrayList<>());

        new Stripes(600, REACH_PX).forEach(blobs, 1, worked::add);

        // The first half of the stripes is worked on side by side, then the other.
        int together = (worked.size() + 1) / 2;
        for (int i = 0; i < worked.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (i < together == j < together) {
                    assertThat(nearest(worked.get(i), worked.get(j))).isGreaterThan(2 * REACH_PX);
                }
            }
        }
    }

    private static double nearest(List<Blob> some, List<Blob> others) {
        return some.stream()
                .flatMapToDouble(a -> others.stream().mapToDouble(b -> Math.abs(a.y - b.y)))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static List<Blob> blobs() {
        var random = new SplittableRandom(5);
        List<Blob> blobs = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            blobs.add(new Blob(ScalpFrame.facing(10), 5, 600 * random.nextDouble(), 600 * random.nextDouble(), 2, 0.1));
        }
        return blobs;
    }
}
