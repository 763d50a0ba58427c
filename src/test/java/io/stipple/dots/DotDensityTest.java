package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DotDensityTest {
    // A disc of one density with an edge as soft as the narrowest that is told apart.
    private static final DotProfile SHARP = new DotProfile(RadialProfile.GAUSSIAN, 1, 2, 0.1, 0);

    /** A disc that takes one share of light everywhere holds -ln(1 - share) for each such share. */
    @ParameterizedTest
    @ValueSource(doubles = {0.0123, 0.21, 0.4567, 0.7})
    void of_a_flat_disc_follows_from_its_light_alone(double taken) {
        var density = new DotDensity(SHARP, 0);

        double expected = -Math.log1p(-taken) / taken;

        // The soft edge, a deviation of 0.1 either side of a radius of 2, is a fifth of the area; it holds less.
        assertThat(density.overLight(taken)).isBetween(1 + 0.8 * (expected - 1), expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-6})
    void of_hardly_any_light_is_that_light(double taken) {
        assertThat(new DotDensity(SHARP, 0).overLight(taken)).isCloseTo(1, within(1e-5));
    }

    /** Between two of its knots the table runs straight. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.6, 0.9, 0.94})
    void runs_smoothly_between_its_knots(double taken) {
        var density = new DotDensity(SHARP, 0);
        double step = 0.95 / 960;

        double middle = density.overLight(taken);
        double straight = (density.overLight(taken - step) + density.overLight(taken + step)) / 2;

        // Over two of its steps it bends by four times what it is off between two knots, at most 2e-5.
        assertThat(middle).isCloseTo(straight, within(8e-5));
    }
}
