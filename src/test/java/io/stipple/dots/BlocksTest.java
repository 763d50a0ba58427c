package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.stipple.model.ScalpFrame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BlocksTest {
    private static final int SIDE_PX = 1200;
    private static final double REACH_PX = 9;
    private static final int ROUNDS = 3;

    @Test
    void each_candidate_is_worked_on_once_a_round() {
        List<Blob> blobs = blobs();
        Map<Blob, AtomicInteger> times = Collections.synchronizedMap(new IdentityHashMap<>());
        blobs.forEach(b -> times.put(b, new AtomicInteger()));

        blocks().forEach(blobs, ROUNDS, some -> some.forEach(b -> times.get(b).incrementAndGet()));

        assertThat(times.values()).extracting(AtomicInteger::get).containsOnly(ROUNDS);
    }

    @Test
    void no_two_blocks_worked_on_side_by_side_reach_one_pixel() {
        assumeThat(ForkJoinPool.getCommonPoolParallelism())
                .as("threads beside the test's own")
                .isPositive();
        List<Blob> blobs = blobs();
        List<List<Blob>> inHand = Collections.synchronizedList(new ArrayList<>());
        List<Double> distances = Collections.synchronizedList(new ArrayList<>());

        blocks().forEach(blobs, 1, some -> {
            synchronized (inHand) {
                inHand.forEach(others -> distances.add(nearestPx(some, others)));
                inHand.add(some);
            }
            waitFor(20); // long enough for another thread to come along
            inHand.remove(some);
        });

        assertThat(distances).isNotEmpty().allSatisfy(px -> assertThat(px).isGreaterThan(2 * REACH_PX));
    }

    @Test
    void the_order_does_not_depend_on_threads() {
        List<Blob> blobs = blobs();

        assertThat(orders(blobs)).isEqualTo(orders(blobs));
    }

    /** What each block's candidates are, in their order, by the first of them. */
    private static Map<Blob, List<Blob>> orders(List<Blob> blobs) {
        Map<Blob, List<Blob>> orders = new ConcurrentHashMap<>();
        blocks().forEach(blobs, 1, some -> orders.put(some.get(0), List.copyOf(some)));
        return orders;
    }

    private static Blocks blocks() {
        return new Blocks(new float[SIDE_PX * SIDE_PX], SIDE_PX, SIDE_PX, REACH_PX);
    }

    private static double nearestPx(List<Blob> some, List<Blob> others) {
        return some.stream()
                .flatMapToDouble(a -> others.stream().mapToDouble(b -> Math.hypot(a.x - b.x, a.y - b.y)))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static void waitFor(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Blob> blobs() {
        var random = new SplittableRandom(5);
        List<Blob> blobs = new ArrayList<>();
        for (int i = 0; i < 800; i++) {
            blobs.add(new Blob(
                    ScalpFrame.facing(10), 5, SIDE_PX * random.nextDouble(), SIDE_PX * random.nextDouble(), 2, 0.1));
        }
        return blobs;
    }
}
