package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.model.ScalpFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Dots 1 mm apart on 3 × 3 cm at 10 px/mm that stand out by 20 on the left; marks of 8 and 12 are asked about. */
class StrengthAroundTest {
    private static final double PX_PER_MM = 10;
    private static final int SIDE_MM = 30;
    private static final double STRONG = 20;
    private static final double FAINT = 8;
    private static final double WEAK = 12;
    private static final double ALIKE = 0.15;

    private final SplittableRandom random = new SplittableRandom(21);

    @Test
    void a_mark_less_than_half_as_strong_as_the_dots_around_it_is_faint() {
        var strengths = new StrengthAround(dots(STRONG, ALIKE, 1));

        assertThat(strengths.isFaint(mark(8, FAINT))).isTrue();
        assertThat(strengths.isFaint(mark(8, WEAK))).isFalse();
    }

    @Test
    void a_dot_among_dots_as_faint_is_one() {
        // The right half in a lighter dilution, or in the shade.
        var strengths = new StrengthAround(dots(FAINT, ALIKE, 1));

        assertThat(strengths.isFaint(mark(8, FAINT))).isTrue();
        assertThat(strengths.isFaint(mark(22, FAINT))).isFalse();
    }

    @Test
    void where_dots_differ_much_a_faint_one_may_be_one_of_them() {
        // ln 8/20 is -0.92, and 2.5 deviations of 0.6 are 1.5, known to 0.17 from a hundred dots.
        var strengths = new StrengthAround(dots(STRONG, 0.6, 1));

        assertThat(strengths.isFaint(mark(8, FAINT))).isFalse();
    }

    @Test
    void a_few_dots_around_say_nothing() {
        // One in nine: 13 of them within 6 mm.
        var strengths = new StrengthAround(dots(STRONG, ALIKE, 3));

        assertThat(strengths.isFaint(mark(8, FAINT))).isFalse();
        assertThat(new StrengthAround(List.of()).isFaint(mark(8, FAINT))).isFalse();
    }

    @Test
    void what_is_no_dot_is_not_compared_with() {
        List<Blob> strokes = dots(STRONG, ALIKE, 1);
        strokes.forEach(b -> b.kind = Mark.Kind.STROKE);

        assertThat(new StrengthAround(strokes).isFaint(mark(8, FAINT))).isFalse();
    }

    private List<Blob> dots(double right, double logSpread, int stepMm) {
        List<Blob> dots = new ArrayList<>();
        for (int y = 0; y < SIDE_MM; y += stepMm) {
            for (int x = 0; x < SIDE_MM; x += stepMm) {
                double typical = x < SIDE_MM / 2 ? STRONG : right;
                Blob dot = blob(x, y, typical * Math.exp(logSpread * random.nextGaussian()));
                dot.kind = Mark.Kind.DOT;
                dots.add(dot);
            }
        }
        return dots;
    }

    private static Blob mark(double xMm, double snr) {
        return blob(xMm + 0.5, SIDE_MM / 2.0 + 0.5, snr);
    }

    private static Blob blob(double xMm, double yMm, double snr) {
        return new Blob(ScalpFrame.facing(PX_PER_MM), snr, xMm * PX_PER_MM, yMm * PX_PER_MM, 2, 0.3);
    }
}
