package io.stipple.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {
    /** Newcombe (1998), Statistics in Medicine 17:857–872, table I, method 3, to the four decimals printed there. */
    @ParameterizedTest
    @CsvSource({"81,263, 0.2553,0.3662", "15,148, 0.0624,0.1605", "0,20, 0.0000,0.1611", "1,29, 0.0061,0.1718"})
    void agreesWithNewcombesTable(int successes, int trials, double lo, double hi) {
        Interval interval = Wilson.interval(successes, trials);

        double lastDecimal = 0.5e-4;
        assertThat(interval.lo()).isCloseTo(lo, within(lastDecimal));
        assertThat(interval.hi()).isCloseTo(hi, within(lastDecimal));
    }

    @Test
    void allOfAllReachesOneAndNothingTellsNothing() {
        assertThat(Wilson.interval(20, 20).hi()).isCloseTo(1, within(1e-12));
        assertThat(Wilson.interval(20, 20).lo()).isCloseTo(1 - 0.1611, within(0.5e-4));
        assertThat(Wilson.interval(0, 0)).isEqualTo(new Interval(0, 1));
    }

    @Test
    void moreSuccessesThanTrialsAreRefused() {
        assertThatThrownBy(() -> Wilson.interval(3, 2)).hasMessageContaining("3.0 successes of 2.0 trials");
    }
}
