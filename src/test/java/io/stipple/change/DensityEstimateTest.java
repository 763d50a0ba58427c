package io.stipple.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DensityEstimateTest {
    private static final ChangeSettings SETTINGS = ChangeSettings.defaults();
    private static final double SURFACE_SE = 0.02;

    @Test
    void densityIsFoundWithoutFalseOverCompletenessOverArea() {
        DensityEstimate density = DensityEstimate.of(460, 10, 12.5, ArtificialDots.of(200, 180), error(0.01));

        assertThat(density.perCm2()).isCloseTo((460 - 10) / 0.9 / 12.5, within(1e-9));
        assertThat(density.interval95().contains(density.perCm2())).isTrue();
    }

    @Test
    void theScaleCountsTwice() {
        DensityEstimate exact = DensityEstimate.of(4000, 0, 100, ArtificialDots.of(100_000, 100_000), error(0));
        DensityEstimate rough = DensityEstimate.of(4000, 0, 100, ArtificialDots.of(100_000, 100_000), error(0.06));

        double surface = SURFACE_SE;
        double relative = Math.log(rough.interval95().hi() / rough.perCm2()) / 1.959964;
        double fromTheCount = 1e-3; // half a dot of 4000, and the completeness of 100,000
        assertThat(relative).isCloseTo(Math.hypot(0.12, surface), within(fromTheCount));
        assertThat(Math.log(exact.interval95().hi() / exact.perCm2()) / 1.959964)
                .isCloseTo(surface, within(fromTheCount));
    }

    @Test
    void dotsDoNotVaryLikeAPoissonCount() {
        // All found, nothing false, area exact: the number of dots there is the number found, give or take rounding.
        DotCount count = new DotCount(400, 0, 1, 0, 10, 0);

        assertThat(count.there(SETTINGS).interval95().width()).isCloseTo(1, within(1e-9));
    }

    @Test
    void nothingFoundIsNoDensityWithAnUpperEnd() {
        DensityEstimate density = DensityEstimate.of(0, 3, 10, ArtificialDots.of(100, 95), error(0.02));

        assertThat(density.perCm2()).isZero();
        assertThat(density.interval95().lo()).isZero();
        assertThat(density.interval95().hi()).isPositive();
    }

    @Test
    void aRegionWhereNoArtificialDotIsFoundHasNoDensity() {
        assertThatThrownBy(() -> DensityEstimate.of(5, 0, 10, ArtificialDots.of(50, 0), error(0.02)))
                .hasMessageContaining("no artificial dot was found");
    }

    @ParameterizedTest
    @CsvSource({
        "600, 0.97, 2, 200, 0.01",
        "600, 0.80, 20, 200, 0.03",
        "60, 0.95, 1, 200, 0.05",
        "2000, 0.99, 5, 400, 0.002"
    })
    void itsIntervalIsHonest(int there, double completeness, double falseDots, int injected, double scaleSe) {
        double area = 15;
        Coverage.isHonest(there, random -> {
            ArtificialDots artificial = ArtificialDots.of(injected, Coverage.binomial(random, injected, completeness));
            // Stubble grows and is shaved: the rate of false dots is known to within half of itself.
            double rate = falseDots * Math.max(0, 1 + 0.5 * random.nextGaussian());
            int found = Coverage.binomial(random, there, completeness) + Coverage.poisson(random, rate);
            double scale = Math.exp(scaleSe * random.nextGaussian());
            double surface = Math.exp(SURFACE_SE * random.nextGaussian());
            double measuredArea = area * scale * scale * surface;
            DensityEstimate density = DensityEstimate.of(found, falseDots, measuredArea, artificial, error(scaleSe));
            return new Coverage.Drawn(there / area, density.interval95());
        });
    }

    private static AreaError error(double scaleSe) {
        return new AreaError(scaleSe, SURFACE_SE);
    }
}
