package io.stipple.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatTableTest {
    @Test
    void aLineForEachFigure() {
        assertThat(RepeatTable.text(new CaseFixture("C-1", 10).record()).lines().toList())
                .hasSize(3)
                .last()
                .isEqualTo("density        5      +0.3     -2.9 to  +3.6       1.1       3.1");
    }

    @Test
    void withoutRepeatsItSaysHowToTakeThem() {
        assertThat(RepeatTable.text(CaseFixture.small(List.of(), List.of(), List.of(), List.of())))
                .contains("top-2.jpg");
    }
}
