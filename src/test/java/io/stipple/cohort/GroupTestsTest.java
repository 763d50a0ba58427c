package io.stipple.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What is tested between groups, against published examples and arithmetic by hand. */
class GroupTestsTest {
    private static final Offset<Double> ROUNDING = within(1e-12);

    /**
     * Student's sleep data (1908, Biometrika 6:1–25), the example of R's manual page of t.test: t = -1.8608, df = 17.776,
     * p = 0.07939, 95 % interval -3.3654832 to 0.2054832.
     */
    @Test
    void welchAgreesWithStudentsSleepData() {
        Sample one = sample(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);
        Sample other = sample(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);

        Welch test = Welch.of(one, other);

        assertThat(test.t()).isCloseTo(-1.8608, within(0.5e-4));
        assertThat(test.degreesOfFreedom()).isCloseTo(17.776, within(0.5e-3));
        assertThat(test.p()).isCloseTo(0.07939, within(0.5e-5));
        assertThat(test.interval95().lo()).isCloseTo(-3.3654832, within(0.5e-7));
        assertThat(test.interval95().hi()).isCloseTo(0.2054832, within(0.5e-7));
    }

    @Test
    void withoutSpreadThereIsNoTest() {
        assertThatThrownBy(() -> Welch.of(sample(5, 5), sample(6, 6))).hasMessageContaining("some spread");
    }

    /**
     * The worked example of Holm's procedure in Wikipedia, "Holm–Bonferroni method": p of 0.01, 0.04, 0.03, 0.005. In
     * order: 4·0.005 = 0.02, 3·0.01 = 0.03, 2·0.03 = 0.06, 1·0.04 = 0.04, which may not fall below the one before: 0.06.
     */
    @Test
    void holmAgreesWithAPublishedExample() {
        List<Double> corrected = Holm.corrected(List.of(0.01, 0.04, 0.03, 0.005));

        assertThat(corrected).hasSize(4);
        assertThat(corrected.get(0)).isCloseTo(0.03, ROUNDING);
        assertThat(corrected.get(1)).isCloseTo(0.06, ROUNDING);
        assertThat(corrected.get(2)).isCloseTo(0.06, ROUNDING);
        assertThat(corrected.get(3)).isCloseTo(0.02, ROUNDING);
        assertThat(Holm.corrected(List.of(0.6, 0.9))).containsExactly(1.0, 1.0);
        assertThat(Holm.corrected(List.of())).isEmpty();
    }

    /** Mean 88, SD 6, 9 clients: standard error 6/3 = 2; 88 ± 1.9600·2 = 84.08, 91.92; 88 ± 3.0902·2 = 81.8195, 94.1805. */
    @Test
    void controlLimitsAgreeWithArithmeticByHand() {
        ControlLimits limits = new ControlLimits(88, 6);

        assertThat(limits.limits95(9).lo()).isCloseTo(84.0801, within(0.5e-4));
        assertThat(limits.limits95(9).hi()).isCloseTo(91.9199, within(0.5e-4));
        assertThat(limits.limits998(9).lo()).isCloseTo(81.8195, within(0.5e-4));
        assertThat(limits.limits998(9).hi()).isCloseTo(94.1805, within(0.5e-4));
    }

    private static Sample sample(double... values) {
        return new Sample(DoubleStream.of(values).boxed().toList());
    }
}
