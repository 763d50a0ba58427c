package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.ScalpFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlaceOddsTest {
    private static final double PX_PER_MM = 10;
    private static final double ACROSS_MM = 60;
    private static final int DOTS = 3600; // 1 a mm²: some 110 within 6 mm
    private static final double STAYED = 0.9;
    private static final double SCATTER = 0.45; // of weights, by noise and by fading
    private static final double SHARP_SNR = 12;
    private static final double SOFT_SNR = 3.5;
    private static final double STANDS_OUT = 2; // deviations of noise

    private final SplittableRandom random = new SplittableRandom(5);
    private final List<Blob> dots = new ArrayList<>();
    private final List<Boolean> there = new ArrayList<>();
    private double[] snrs = {};

    @Test
    void weights_grow_as_they_do_around_a_place() {
        scatterDots();
        // Left a half has faded, right nothing has.
        dots.forEach(b -> {
            b.peak *= soft(b) ? 0.5 : 1;
            b.snr = 10;
        });

        PlaceOdds odds = PlaceOdds.ofGrowth(dots, STANDS_OUT);

        // A median of 110 with a scatter of 0.45 is known to 0.054: three of that.
        assertThat(odds.growthAt(at(10, 30))).isCloseTo(0.5, within(0.08));
        assertThat(odds.growthAt(at(50, 30))).isCloseTo(1, within(0.16));
        // Far from all of them it is that of all, which lies between.
        assertThat(odds.growthAt(at(300, 300))).isBetween(0.55, 0.95);
    }

    @Test
    void next_to_none_are_taken_wrongly_that_need_not_be() {
        scatterDots();
        someGone();

        PlaceOdds odds = learnt();

        // By the densities that the shares were drawn from.
        double exact = IntStream.range(0, 1000)
                .mapToDouble(i -> i / 1000.0)
                .filter(p -> STAYED * normal(p, 1, SCATTER) > (1 - STAYED) * normal(p, 0, 1 / SOFT_SNR))
                .findFirst()
                .orElseThrow();
        int wrongByOdds = 0;
        int wrongByNoise = 0;
        int wrongAtBest = 0;
        for (int i = 0; i < dots.size(); i++) {
            Blob b = dots.get(i);
            if (soft(b)) {
                double share = b.peak / b.expectedPeak;
                boolean standsOut = share > STANDS_OUT / SOFT_SNR;
                boolean likely = share > odds.leastShareAt(b, SOFT_SNR);
                wrongByNoise += standsOut == there.get(i) ? 0 : 1;
                wrongByOdds += (standsOut || likely) == there.get(i) ? 0 : 1;
                wrongAtBest += (share > exact) == there.get(i) ? 0 : 1;
            }
        }
        // Two deviations of noise are 0.57 of a dot, which one in six of 1620 falls below. Errors are fewest, and so
        // flat,
        // at the best threshold: median and scatter known to 6 % and the prior to 3 % cost a tenth of them.
        assertThat(wrongByNoise).isGreaterThan(220);
        assertThat(wrongByOdds).isLessThan((int) (1.1 * wrongAtBest) + 1);
    }

    @Test
    void what_would_stand_out_has_to() {
        scatterDots();
        someGone();

        assertThat(learnt().leastShareAt(at(50, 30), SHARP_SNR)).isInfinite();
    }

    @Test
    void where_most_show_next_to_nothing_nothing_is_likely() {
        scatterDots();
        someGone();
        dots.stream().filter(this::soft).forEach(b -> b.peak *= 0.2); // as beside places of a wrong map

        assertThat(learnt().leastShareAt(at(10, 30), SOFT_SNR)).isInfinite();
    }

    @Test
    void without_weighed_places_nothing_is_known() {
        PlaceOdds odds = PlaceOdds.ofGrowth(List.of(), STANDS_OUT).withShares(List.of(), new double[0], i -> true);

        assertThat(odds.growthAt(at(1, 1))).isEqualTo(1);
        assertThat(odds.leastShareAt(at(1, 1), SOFT_SNR)).isInfinite();
    }

    @Test
    void how_many_stayed_is_told_by_those_that_are_seen_sharply_and_by_none_else() {
        scatterDots();
        someGone();

        // 1800 sharp dots: a binomial error of 0.7 %, three of that.
        assertThat(learnt().stayed()).isCloseTo(STAYED, within(0.025));

        Arrays.fill(snrs, SOFT_SNR);
        assertThat(learnt().stayed()).isEqualTo(1);
    }

    private PlaceOdds learnt() {
        dots.forEach(b -> {
            b.snr = 10;
            b.freePeak = b.peak;
        });
        return PlaceOdds.ofGrowth(dots, STANDS_OUT)
                .withShares(dots, snrs, i -> dots.get(i).peak / dots.get(i).expectedPeak > STANDS_OUT / snrs[i]);
    }

    /** Dots that weigh what they did, give or take their scatter. */
    private void scatterDots() {
        for (int i = 0; i < DOTS; i++) {
            Blob b = at(ACROSS_MM * random.nextDouble(), ACROSS_MM * random.nextDouble());
            b.expectedPigment = Calibration.rawPigment(b);
            b.expectedPeak = b.peak;
            b.peak *= 1 + SCATTER * random.nextGaussian();
            dots.add(b);
            there.add(true);
        }
        snrs = dots.stream().mapToDouble(b -> soft(b) ? SOFT_SNR : SHARP_SNR).toArray();
    }

    /** Of one in ten noise is left. */
    private void someGone() {
        for (int i = 0; i < DOTS; i++) {
            if (random.nextDouble() > STAYED) {
                Blob b = dots.get(i);
                b.peak = b.expectedPeak / snrs[i] * random.nextGaussian();
                there.set(i, false);
            }
        }
        assertThat(Arrays.stream(snrs).distinct()).hasSize(2);
    }

    private boolean soft(Blob b) {
        return b.x < ACROSS_MM / 2 * PX_PER_MM;
    }

    private static Blob at(double xMm, double yMm) {
        Blob b = new Blob(ScalpFrame.facing(PX_PER_MM), 0, xMm * PX_PER_MM, yMm * PX_PER_MM, 2, 0.4);
        b.expectAt(b.x, b.y, 1);
        return b;
    }

    private static double normal(double x, double mean, double deviation) {
        double z = (x - mean) / deviation;
        return Math.exp(-z * z / 2) / deviation;
    }
}
