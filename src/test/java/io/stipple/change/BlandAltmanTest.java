package io.stipple.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.RepeatAgreement;
import io.stipple.model.Stage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlandAltmanTest {
    @Test
    void biasAndLimitsAreThoseOfTheDifferences() {
        // Logarithms of second over first: 0.01, 0.03, 0.05, 0.07; mean 0.04, standard deviation √(0.002/3).
        List<RepeatShot> shots = new ArrayList<>();
        double[] logs = {0.01, 0.03, 0.05, 0.07};
        for (int i = 0; i < logs.length; i++) {
            shots.add(shot("region-" + i, "top.jpg", 20 + 5 * i));
            shots.add(shot("region-" + i, "top-2.jpg", (20 + 5 * i) * Math.exp(logs[i])));
        }

        List<RepeatAgreement> table = BlandAltman.table(shots);

        assertThat(table).hasSize(1);
        RepeatAgreement density = table.get(0);
        assertThat(density.figure()).isEqualTo("density");
        assertThat(density.pairs()).isEqualTo(4);
        assertThat(density.biasPct()).isCloseTo(100 * Math.expm1(0.04), within(1e-9));
        double reach = 1.959964 * Math.sqrt(0.002 / 3);
        assertThat(density.limits95Pct().hi()).isCloseTo(100 * Math.expm1(0.04 + reach), within(1e-4));
        assertThat(density.limits95Pct().lo()).isCloseTo(100 * Math.expm1(0.04 - reach), within(1e-4));
        // Within-region variance: the mean of d²/2.
        double squares = 0.0001 + 0.0009 + 0.0025 + 0.0049;
        assertThat(density.semPct()).isCloseTo(100 * Math.sqrt(squares / 2 / 4), within(1e-9));
    }

    @Test
    void twoPairsAreNoTable() {
        assertThat(BlandAltman.table(List.of(
                        shot("a", "top.jpg", 20),
                        shot("a", "top-2.jpg", 21),
                        shot("b", "top.jpg", 30),
                        shot("b", "top-2.jpg", 29))))
                .isEmpty();
    }

    private static RepeatShot shot(String region, String photo, double density) {
        return new RepeatShot("top", Stage.RESULT, region, photo, density, null, null);
    }
}
