package io.stipple.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.model.Interval;
import java.util.Random;
import java.util.function.Function;

/** Counts how often an interval holds the truth. */
final class Coverage {
    private static final int RUNS = 2000;

    private Coverage() {}

    /**
     * One drawn case.
     *
     * @param truth that the case was made from
     * @param interval that the measuring gave
     */
    record Drawn(double truth, Interval interval) {}

    /** Asserts that 95 % intervals hold the truth in 90–99 of 100 cases, the bar that the project sets itself. */
    static void isHonest(int seed, Function<Random, Drawn> drawing) {
        Random random = new Random(seed);
        int held = 0;
        for (int run = 0; run < RUNS; run++) {
            Drawn drawn = drawing.apply(random);
            // Ends computed through logarithms: the last digit may fall on either side of a truth at the end.
            double slack = 1e-9 * Math.max(1, Math.abs(drawn.truth()));
            if (drawn.interval().lo() - slack <= drawn.truth()
                    && drawn.truth() <= drawn.interval().hi() + slack) {
                held++;
            }
        }
        assertThat(100.0 * held / RUNS)
                .as("%% of %d intervals that hold the truth", RUNS)
                .isBetween(90.0, 99.0);
    }

    static int binomial(Random random, int trials, double share) {
        int hits = 0;
        for (int i = 0; i < trials; i++) {
            hits += random.nextDouble() < share ? 1 : 0;
        }
        return hits;
    }

    /** Knuth's product of uniforms: exact, and quick enough for means below some hundred. */
    static int poisson(Random random, double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
