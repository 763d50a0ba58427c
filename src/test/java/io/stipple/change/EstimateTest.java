package io.stipple.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.Interval;
import org.junit.jupiter.api.Test;

class EstimateTest {
    @Test
    void independentRelativeErrorsAddInSquares() {
        Estimate quotient = Estimate.around(12, 0.03).over(Estimate.around(8, 0.04));

        assertThat(quotient.value()).isEqualTo(1.5);
        assertThat(quotient.relativeSe()).isCloseTo(0.05, within(1e-12));
        assertThat(quotient.interval95().hi()).isCloseTo(1.5 * Math.exp(1.959964 * 0.05), within(1e-6));
    }

    @Test
    void aSkewIntervalStaysSkew() {
        Estimate skew = new Estimate(10, new Interval(9.9, 13));

        Estimate blurred = skew.over(Estimate.around(1, 0.001));

        assertThat(blurred.interval95().hi()).isCloseTo(13, within(0.01));
        assertThat(blurred.interval95().lo()).isCloseTo(9.9, within(0.02));
    }

    @Test
    void nothingFoundKeepsAnUpperEnd() {
        Estimate none = new Estimate(0, new Interval(0, 2)).blurred(0.1);

        assertThat(none.value()).isZero();
        assertThat(none.interval95().lo()).isZero();
        assertThat(none.interval95().hi()).isCloseTo(2 * Math.exp(0.1959964), within(1e-6));
    }

    @Test
    void aQuotientOverWhatMayBeNothingIsRefused() {
        assertThatThrownBy(() -> Estimate.around(3, 0.1).over(new Estimate(1, new Interval(0, 2))))
                .hasMessageContaining("not bounded");
    }
}
