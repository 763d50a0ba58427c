package io.stipple.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.model.Interval;
import io.stipple.model.PercentChange;
import io.stipple.model.Stage;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void aChangeHasItsSignAndItsInterval() {
        assertThat(Words.change(new PercentChange(12.34, new Interval(8, 16.62))))
                .isEqualTo("+12.3 % (8.0 to 16.6 %)");
        assertThat(Words.change(new PercentChange(-412.4, new Interval(-450, -380))))
                .isEqualTo("-412 % (-450 to -380 %)");
    }

    @Test
    void nothingIsSignedZero() {
        assertThat(Words.signed(0.001, 1)).isEqualTo("0.0");
        assertThat(Words.signed(-0.001, 1)).isEqualTo("0.0");
    }

    @Test
    void anOpenIntervalSaysSo() {
        assertThat(Words.interval(new Interval(3, Double.POSITIVE_INFINITY), 0)).isEqualTo("at least 3");
        assertThat(Words.interval(new Interval(Double.NEGATIVE_INFINITY, 3), 0)).isEqualTo("at most 3");
    }

    @Test
    void stagesReadAsAPersonSaysThem() {
        assertThat(Words.label(Stage.settled(2))).isEqualTo("Session 2 settled");
        assertThat(Words.label(Stage.followUp(1))).isEqualTo("Follow-up 1");
    }

    @Test
    void aMinusBetweenFiguresIsAMinusAndAHyphenInAWordIsNot() {
        assertThat(Cell.minus("-3.1 to -2")).isEqualTo("−3.1 to −2");
        assertThat(Cell.minus("scar-1")).isEqualTo("scar-1");
    }
}
