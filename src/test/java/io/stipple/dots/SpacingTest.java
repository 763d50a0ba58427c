package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.stipple.model.Dot;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpacingTest {
    private static final double PX_PER_MM = 10;
    private static final double SIDE_MM = 40;

    @Test
    void a_hexagonal_lattice_has_the_largest_r_that_clark_and_evans_give() {
        // Clark and Evans (1954): at most 2.1491, when every point has six neighbours at the same distance.
        List<Dot> dots = new ArrayList<>();
        double rowMm = Math.sqrt(3) / 2;
        for (int row = 0; row * rowMm < SIDE_MM; row++) {
            for (int column = 0; column < SIDE_MM; column++) {
                dots.add(dot(column + 0.5 * (row % 2), row * rowMm));
            }
        }
        Spacing spacing = spacing(dots, 1 / rowMm, ScalpGeometry.flat(PX_PER_MM));
        assertThat(spacing.nearestMm()).isCloseTo(1, offset(1e-9));
        assertThat(spacing.clarkEvans()).isCloseTo(2.1491, offset(5e-5));
    }

    @Test
    void points_strewn_at_random_have_an_r_of_one() {
        // The standard error of R is 0.52 / √n (Clark and Evans 1954): 0.013 for 1,600; three of them.
        var random = new SplittableRandom(7);
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            dots.add(dot(random.nextDouble() * SIDE_MM, random.nextDouble() * SIDE_MM));
        }
        Spacing spacing = spacing(dots, 2000 / (SIDE_MM * SIDE_MM), ScalpGeometry.flat(PX_PER_MM));
        assertThat(spacing.clarkEvans()).isCloseTo(1, offset(0.04));
    }

    @Test
    void distances_are_those_on_the_scalp_not_in_the_picture() {
        // Seen at 60°: 1 mm across the tilt is 10 px, along it 5 px. Neighbours along x stand 10 px = 2 mm apart.
        Optional<ScalpFrame> tilted = Optional.of(ScalpFrame.tilted(PX_PER_MM, 0.5, 0));
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < 1600; i++) {
            dots.add(dot(i % 40, Math.floorDiv(i, 40) * 3));
        }
        Spacing spacing =
                Spacing.of(dots, (x, y) -> true, 1 / 6.0, (x, y) -> tilted).orElseThrow();
        assertThat(spacing.nearestMm()).isCloseTo(2, offset(1e-9));
    }

    @Test
    void a_handful_of_dots_has_no_spacing() {
        List<Dot> few = List.of(dot(1, 1), dot(2, 2), dot(3, 3));
        assertThat(Spacing.of(few, (x, y) -> true, 1, ScalpGeometry.flat(PX_PER_MM)))
                .isEmpty();
    }

    private static Spacing spacing(List<Dot> dots, double perMm2, ScalpGeometry geometry) {
        double side = SIDE_MM * PX_PER_MM;
        return Spacing.of(dots, (x, y) -> x >= 0 && y >= 0 && x < side && y < side, perMm2, geometry)
                .orElseThrow();
    }

    private static Dot dot(double xMm, double yMm) {
        return new Dot(new PointPx(xMm * PX_PER_MM, yMm * PX_PER_MM), 0.4, 0.3, 0.04, 0.002, 12, 0.95);
    }
}
