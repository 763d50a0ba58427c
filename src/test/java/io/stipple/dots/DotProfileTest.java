package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotProfileTest {
    private static final double BIN = 0.01;
    private static final double BLUR_SE = 0.05; // of a blur's variance, as changes of contrast allow for

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
        assertThat(found.discAreaSe()).isLessThan(0.08); // two steps of the search: nothing else looks so
        // A disc of density 1 takes π disc² of light, a Gaussian of the same peak 2π.
        assertThat(found.fluxFactor()).isCloseTo(disc * disc / 2 / fine[0], within(0.005));
    }

    @Test
    void rims_that_a_camera_draws_make_the_area_of_the_disc_uncertain_by_what_they_falsify_it() {
        double[][] discsAndBlurs = {{1.6, 0.6}, {1.45, 0.7}, {1.3, 0.75}, {1.15, 0.82}, {1.05, 0.85}, {0.95, 0.88}};
        double[] sharpenings = {0.03, 0.05, 0.1, 0.15, 0.2, 0.3};
        int within = 0;
        for (double[] dot : discsAndBlurs) {
            for (double sharpening : sharpenings) {
                RadialProfile seen = sharpened(dot[0], dot[1], sharpening);
                DotProfile found = DotProfile.of(seen, seen);
                double se = Math.max(BLUR_SE * found.blurOverDisc(), found.discAreaSe());
                within += Math.abs(2 * Math.log(found.discInSd() / dot[0])) < 2 * se ? 1 : 0;
            }
        }

        // 95 % of 36; by the error of blur alone it is 25.
        assertThat(within).isGreaterThanOrEqualTo(34);
    }

    /** A disc through a blur, less a share of itself blurred further, as unsharp masking draws it. */
    private static RadialProfile sharpened(double disc, double blur, double share) {
        int bins = (int) (6 / BIN);
        double[] fine = DiscProfile.blurred(disc, blur, BIN, bins);
        double[] wide = DiscProfile.blurred(disc, Math.hypot(blur, 1), BIN, bins);
        return RadialProfile.of(36, q -> {
            int at = Math.min(bins - 1, (int) (Math.sqrt(q) / BIN));
            return (fine[at] - share * wide[at]) / (fine[0] - share * wide[0]);
        });
    }
}
