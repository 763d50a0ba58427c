package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.ScalpFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.opencv.core.Rect;

/** Dots on 6 × 6 cm at 10 px/mm; left they stand 0.2 px from their places, right 0.5 px. */
class PlaceScatterTest {
    private static final double PX_PER_MM = 10;
    private static final double SIDE_PX = 600;
    private static final double TIGHT_PX = 0.2;
    private static final double LOOSE_PX = 0.5;
    private static final Rect CROP = new Rect(0, 0, (int) SIDE_PX, (int) SIDE_PX);
    private static final double NOISE = 0.02;

    private final SplittableRandom random = new SplittableRandom(8);
    private final BlobFilters noise =
            new BlobFilters(List.of(2.0), List.of(new Mesh(1, 1, new float[] {(float) NOISE})));

    @Test
    void dots_are_held_as_tightly_as_the_strong_ones_around_them_stand() {
        List<Blob> dots = dots(12);

        PlaceScatter.of(dots).hold(dots, noise, CROP);

        // 110 dots around, two axes each: a median of 220 absolute steps is known to 8 %, three of that.
        assertThat(heldPx(dots, 60, 240)).isCloseTo(TIGHT_PX, within(0.24 * TIGHT_PX));
        assertThat(heldPx(dots, 360, 540)).isCloseTo(LOOSE_PX, within(0.24 * LOOSE_PX));
    }

    @Test
    void weak_dots_tell_nothing_and_are_held_as_before() {
        List<Blob> dots = dots(4);

        PlaceScatter.of(dots).hold(dots, noise, CROP);

        assertThat(dots).allMatch(b -> b.homeWeight == 1);
    }

    @Test
    void a_dot_put_back_to_its_place_by_the_bound_of_its_weight_tells_nothing() {
        List<Blob> dots = dots(12);
        for (int i = 0; i < dots.size(); i += 2) {
            Blob bound = dots.get(i);
            bound.x = bound.homeX;
            bound.y = bound.homeY;
            bound.mostPeak = bound.peak;
        }

        PlaceScatter.of(dots).hold(dots, noise, CROP);

        assertThat(heldPx(dots, 60, 240)).isCloseTo(TIGHT_PX, within(0.34 * TIGHT_PX)); // half as many tell
    }

    @Test
    void nothing_learnt_changes_nothing() {
        List<Blob> dots = dots(12);

        PlaceScatter.NONE.hold(dots, noise, CROP);

        assertThat(dots).allMatch(b -> b.homeWeight == 1);
    }

    private double heldPx(List<Blob> dots, double left, double right) {
        return dots.stream()
                .filter(b -> b.homeX > left && b.homeX < right)
                .mapToDouble(b -> Math.sqrt(noise.varianceUnder(b, CROP) / b.homeWeight))
                .average()
                .orElseThrow();
    }

    private List<Blob> dots(double snr) {
        List<Blob> dots = new ArrayList<>();
        for (int i = 0; i < 3600; i++) {
            double x = SIDE_PX * random.nextDouble();
            double y = SIDE_PX * random.nextDouble();
            double sd = x < SIDE_PX / 2 ? TIGHT_PX : LOOSE_PX;
            Blob b = new Blob(
                    ScalpFrame.facing(PX_PER_MM),
                    snr,
                    x + sd * random.nextGaussian(),
                    y + sd * random.nextGaussian(),
                    2,
                    0.3);
            b.expectAt(x, y, 1);
            dots.add(b);
        }
        return dots;
    }
}
