package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.model.ScalpFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Marks at 12 px/mm whose places repeat to 0.03 mm, among them stubs that have moved by up to 0.15 mm. */
class LateDotsTest {
    private static final double PX_PER_MM = 12;
    private static final double PLACE_SD_MM = 0.03;
    private static final double MOVED_MM = 0.15;
    private static final double TYPICAL_MM2 = 0.05;
    private static final double PALE = 0.35;

    private final SplittableRandom random = new SplittableRandom(3);

    @Test
    void without_stubs_dots_are_dots_but_for_those_off_their_places() {
        // Two deviations on two axes hold 1 - exp(-2) = 86 % of them; three binomial errors of 400 are 5 %.
        assertThat(share(dots(400, 0.9))).isBetween(0.81, 0.91);
    }

    @Test
    void a_dot_must_have_half_of_its_weight_also_among_some_stubs() {
        List<Optional<Blob>> marks = new ArrayList<>(dots(200, PALE));
        marks.addAll(dots(200, 0.9));
        marks.addAll(stubs(180, 0.9)); // a sixth of them, by area, within two deviations

        boolean[] dots = LateDots.among(marks, PLACE_SD_MM, TYPICAL_MM2);

        assertThat(count(dots, 0, 200)).isZero();
        assertThat(count(dots, 200, 400)).isGreaterThan(160);
    }

    @Test
    void among_many_stubs_nothing_is_believed() {
        List<Optional<Blob>> marks = new ArrayList<>(dots(50, 0.9));
        marks.addAll(stubs(200, 0.9));

        assertThat(share(marks)).isZero();
    }

    @Test
    void what_the_fresh_photo_does_not_show_is_none() {
        List<Optional<Blob>> marks = new ArrayList<>(dots(100, 0.9));
        marks.add(Optional.empty());

        boolean[] dots = LateDots.among(marks, PLACE_SD_MM, TYPICAL_MM2);

        assertThat(dots).hasSize(101);
        assertThat(dots[100]).isFalse();
        assertThat(LateDots.among(List.of(), PLACE_SD_MM, TYPICAL_MM2)).isEmpty();
    }

    private static double share(List<Optional<Blob>> marks) {
        return (double) count(LateDots.among(marks, PLACE_SD_MM, TYPICAL_MM2), 0, marks.size()) / marks.size();
    }

    private static int count(boolean[] dots, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += dots[i] ? 1 : 0;
        }
        return count;
    }

    private List<Optional<Blob>> dots(int count, double weight) {
        List<Optional<Blob>> dots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            dots.add(mark(PLACE_SD_MM * random.nextGaussian(), PLACE_SD_MM * random.nextGaussian(), weight));
        }
        return dots;
    }

    /** Anywhere on the disc that a stub's end may have moved over. */
    private List<Optional<Blob>> stubs(int count, double weight) {
        List<Optional<Blob>> stubs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double offMm = MOVED_MM * Math.sqrt(random.nextDouble());
            double angle = 2 * Math.PI * random.nextDouble();
            stubs.add(mark(offMm * Math.cos(angle), offMm * Math.sin(angle), weight));
        }
        return stubs;
    }

    private static Optional<Blob> mark(double offXMm, double offYMm, double weight) {
        Blob b = new Blob(ScalpFrame.facing(PX_PER_MM), 8, 100 + offXMm * PX_PER_MM, 100 + offYMm * PX_PER_MM, 2, 0.3);
        b.expectAt(100, 100, 1);
        b.ownPigment = weight * TYPICAL_MM2;
        return Optional.of(b);
    }
}
