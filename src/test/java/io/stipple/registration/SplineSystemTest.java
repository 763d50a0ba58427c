package io.stipple.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.PointPx;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SplineSystemTest {
    private static final SplineGrid GRID = SplineGrid.over(0, 0, 300, 200, 50);
    private static final double ROUNDING = 1e-7;

    @Test
    void dataOfASurfaceGiveThatSurfaceBack() {
        SplineSurface start = SplineSurface.sampled(GRID, PointPx::new);
        SplittableRandom random = new SplittableRandom(3);
        double[] steps = random.doubles(2L * GRID.nodes(), -5, 5).toArray();
        SplineSurface truth = start.moved(steps);
        SplineSystem system = new SplineSystem(GRID);
        for (int k = 0; k < 4000; k++) {
            double x = random.nextDouble() * 300;
            double y = random.nextDouble() * 200;
            double dx = truth.at(x, y).x() - start.at(x, y).x();
            double dy = truth.at(x, y).y() - start.at(x, y).y();
            // A pull that feels x and y unlike and together, as gradients of a texture do.
            system.pull(x, y, 2, 0.5, 1, 2 * dx + 0.5 * dy, 0.5 * dx + dy);
        }

        assertThat(system.solve()).containsExactly(steps, within(ROUNDING));
    }

    @Test
    void aPlaneHasNoBendingEnergy() {
        SplineSurface plane =
                SplineSurface.sampled(GRID, (x, y) -> new PointPx(7 + 1.2 * x - 0.3 * y, 2 + 0.4 * x + 0.9 * y));
        SplineSystem system = new SplineSystem(GRID);
        system.bend(100, plane);
        system.hold(1e-6);

        assertThat(system.solve()).containsExactly(new double[2 * GRID.nodes()], within(1e-4));
    }

    @Test
    void bendingDrawsABumpFlat() {
        SplineSurface bump = SplineSurface.sampled(
                GRID, (x, y) -> new PointPx(x + 8 * Math.exp(-Math.hypot(x - 150, y - 100) / 40), y));
        SplineSystem system = new SplineSystem(GRID);
        system.bend(100, bump);
        system.hold(1e-5);

        SplineSurface flat = bump.moved(system.solve());

        // What is left is a plane: the middle lies where its neighbours say.
        double middle = flat.at(150, 100).x();
        double around = (flat.at(100, 100).x() + flat.at(200, 100).x()) / 2;
        assertThat(middle).isCloseTo(around, within(0.05));
    }

    @Test
    void aSystemThatNothingSupportsIsRefused() {
        assertThatThrownBy(() -> new SplineSystem(GRID).solve()).isInstanceOf(ArithmeticException.class);
    }
}
