package io.stipple.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {
    /** Half of the last decimal that the hand-made arithmetic was carried to. */
    private static final double LAST_DECIMAL = 0.5e-4;

    /**
     * Shares 32, 38, 41, 44, 47, 50. Sum 252, mean 252/6 = 42. Deviations -10, -4, -1, 2, 5, 8; squares 100 + 16 + 1 + 4
     * + 25 + 64 = 210; variance 210/5 = 42; SD 6.4807. Standard error 6.4807/2.4495 = 2.6458; t of 5 degrees of freedom
     * 2.5706 (any table); half 6.8012.
     */
    @Test
    void meanSpreadAndIntervalAgreeWithArithmeticByHand() {
        Sample sample = new Sample(List.of(50.0, 32.0, 44.0, 38.0, 47.0, 41.0));

        assertThat(sample.mean()).isEqualTo(42);
        assertThat(sample.sd()).isCloseTo(6.4807, within(LAST_DECIMAL));
        Interval interval = sample.interval95().orElseThrow();
        assertThat(interval.lo()).isCloseTo(35.1988, within(2 * LAST_DECIMAL));
        assertThat(interval.hi()).isCloseTo(48.8012, within(2 * LAST_DECIMAL));
    }

    /** 1, 2, 3, 4, 100: the median is 3, the distances 2, 1, 0, 1, 97, their median 1; a tenth of the way is 1.4. */
    @Test
    void medianAndItsDeviationAreNotMovedByAnOutlier() {
        Sample sample = new Sample(List.of(100.0, 2.0, 3.0, 4.0, 1.0));

        assertThat(sample.median()).isEqualTo(3);
        assertThat(sample.medianDeviation()).isEqualTo(1);
        assertThat(sample.quantile(0.1)).isCloseTo(1.4, within(1e-12));
    }

    @Test
    void oneValueHasNoIntervalAndNoneHasNoMean() {
        assertThat(new Sample(List.of(7.0)).interval95()).isEmpty();
        assertThatThrownBy(() -> new Sample(List.of()).mean()).hasMessageContaining("no values");
    }

    @Test
    void theOrderOfValuesDoesNotChangeABit() {
        Sample one = new Sample(List.of(0.1, 0.2, 0.3, 1e15));
        Sample other = new Sample(List.of(1e15, 0.3, 0.1, 0.2));

        assertThat(one.mean()).isEqualTo(other.mean());
        assertThat(one.sd()).isEqualTo(other.sd());
    }
}
