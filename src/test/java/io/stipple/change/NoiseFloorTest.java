package io.stipple.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NoiseFloorTest {
    @Test
    void itIsTheRootOfTheMeanVarianceWithinRegions() {
        List<RepeatShot> shots = new ArrayList<>();
        for (String region : List.of("frontal", "midscalp", "vertex")) {
            shots.add(shot(region, "a", 30));
            shots.add(shot(region, "b", 30 * Math.exp(0.04)));
        }

        NoiseFloor floor = NoiseFloor.of(shots, RepeatShot::densityPerCm2).orElseThrow();

        // Two values d apart have the variance d²/2.
        assertThat(floor.semPct()).isCloseTo(4 / Math.sqrt(2), within(1e-9));
        assertThat(floor.degreesOfFreedom()).isEqualTo(3);
        assertThat(floor.mdc95Pct()).isCloseTo(1.959964 * 4, within(1e-5));
    }

    @Test
    void lessThanFourPhotosOfOneRegionTellNothing() {
        List<RepeatShot> shots = List.of(shot("frontal", "a", 30), shot("frontal", "b", 31), shot("vertex", "a", 12));

        assertThat(NoiseFloor.of(shots, RepeatShot::densityPerCm2)).isEmpty();
        assertThat(NoiseFloor.of(shots, RepeatShot::contrast)).isEmpty();
    }

    @Test
    void aChangeBeyondItComesByChanceInOneOfTwentyPairs() {
        Random random = new Random(11);
        double sem = 0.03;
        double mdc = new NoiseFloor(100 * sem, 10).mdc95Pct() / 100;
        int beyond = 0;
        int pairs = 20_000;
        for (int i = 0; i < pairs; i++) {
            double change = sem * random.nextGaussian() - sem * random.nextGaussian();
            beyond += Math.abs(change) > mdc ? 1 : 0;
        }

        double fourSigma = 4 * Math.sqrt(0.05 * 0.95 / pairs);
        assertThat((double) beyond / pairs).isCloseTo(0.05, within(fourSigma));
    }

    private static RepeatShot shot(String region, String photo, double density) {
        return new RepeatShot("top", Stage.RESULT, region, photo, density, null, null);
    }
}
