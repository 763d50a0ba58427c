package io.stipple.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.model.Change;
import io.stipple.model.ChangeKind;
import io.stipple.model.ChangeVerdict;
import io.stipple.model.Measurement;
import io.stipple.model.Stage;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bars of the project: an unchanged scalp reads real in at most 5 %, 15 % less in at least 90 %. */
class VerdictTest {
    private static final int RUNS = 1000;

    @ParameterizedTest
    @CsvSource({"450, 0, 5", "450, 0.02, 5", "1500, 0.02, 5"})
    void anUnchangedScalpIsSeldomCalledReal(int dots, double rephotographing, double mostPct) {
        assertThat(realPct(dots, dots, rephotographing)).isLessThanOrEqualTo(mostPct);
    }

    @ParameterizedTest
    @CsvSource({"450, 0.02, 90", "1500, 0.02, 90", "200, 0.02, 90"})
    void fifteenPercentLessIsNearlyAlwaysCalledReal(int dots, double rephotographing, double leastPct) {
        assertThat(realPct(dots, (int) Math.round(0.85 * dots), rephotographing))
                .isGreaterThanOrEqualTo(leastPct);
    }

    /** In how many of 100 comparisons the change is called real; completeness 0.96, known from 200 artificial dots. */
    private static double realPct(int before, int after, double rephotographing) {
        Random random = new Random(before);
        ChangeCalculator calculator = new ChangeCalculator(ChangeSettings.defaults());
        int real = 0;
        for (int run = 0; run < RUNS; run++) {
            Change fading = calculator
                    .evidence(
                            List.of(
                                    photographed(Stage.session(1), before, rephotographing, random),
                                    photographed(Stage.settled(1), after, rephotographing, random)),
                            Map.of(),
                            CaseEvidence.none())
                    .get(0)
                    .change();
            assertThat(fading.kind()).isEqualTo(ChangeKind.FADING);
            real += fading.verdict() == ChangeVerdict.REAL ? 1 : 0;
        }
        return 100.0 * real / RUNS;
    }

    private static Measurement photographed(Stage stage, int there, double rephotographing, Random random) {
        double area = 15 * Math.exp(rephotographing * random.nextGaussian());
        int found = Coverage.binomial(random, there, 0.96);
        double completeness = Coverage.binomial(random, 200, 0.96) / 200.0;
        return CountedRegions.measured(stage, found, area, completeness);
    }
}
