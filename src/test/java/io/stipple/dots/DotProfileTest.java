package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotProfileTest {
    private static final double BIN = 0.01;

    @ParameterizedTest
    @CsvSource({"1.6, 0.6", "1.3, 0.75", "1.05, 0.85"})
    void disc_blur_and_light_are_read_off_a_profile(double disc, double blur) {
        double[] fine = DiscProfile.blurred(disc, blur, BIN, (int) (6 / BIN));
        RadialProfile seen =
                RadialProfile.of(36, q -> fine[Math.min(fine.length - 1, (int) (Math.sqrt(q) / BIN))] / fine[0]);

        DotProfile found = DotProfile.of(seen, seen);

        // Half of a step of the search each, and a third more for what a bin of 0.01 and the table round.
        assertThat(found.discInSd()).isCloseTo(disc, within(0.035));
        assertThat(found.blurInSd()).isCloseTo(blur, within(0.018));
        // A disc of density 1 takes π disc² of light, a Gaussian of the same peak 2π.
        assertThat(found.fluxFactor()).isCloseTo(disc * disc / 2 / fine[0], within(0.005));
    }
}
