package io.stipple.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.Interval;
import io.stipple.model.SurvivalCurve;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurvivalChartTest {
    private static final double HIGH = Chart.HEIGHT - Chart.TOP - Chart.BOTTOM;
    private static final double WIDE = Chart.WIDTH - Chart.LEFT - Chart.RIGHT;

    private final SurvivalChart chart = SurvivalChart.of(
            new SurvivalCurve(
                    "top",
                    "frontal",
                    400,
                    List.of(
                            new SurvivalCurve.Step(0, 25, 0.9, new Interval(0.85, 0.95)),
                            new SurvivalCurve.Step(50, 75, 0.5, new Interval(0.4, 0.6)))),
            100);

    @Test
    void theCurveDropsAtTheVisitThatMissesDots() {
        assertThat(chart.path())
                .isEqualTo("M34.0 8.0H" + across(0.25) + "V" + down(0.9) + "H" + across(0.75) + "V" + down(0.5));
    }

    @Test
    void whatIsUnseenLiesBetweenTwoVisits() {
        assertThat(chart.doubts()).extracting(SurvivalChart.Box::x).containsExactly("34.0", across(0.5));
        assertThat(chart.doubts()).extracting(SurvivalChart.Box::y).containsExactly("8.0", down(0.9));
    }

    @Test
    void anIntervalLastsUntilTheNextVisit() {
        SurvivalChart.Box first = chart.intervals().get(0);

        assertThat(first.y()).isEqualTo(down(0.95));
        // Both rounded to 0.1.
        assertThat(Double.parseDouble(first.height())).isCloseTo(0.1 * HIGH, within(0.11));
        assertThat(Double.parseDouble(first.width())).isCloseTo(0.5 * WIDE, within(0.11));
        assertThat(chart.summary()).contains("between day 50 and day 75 down to 50 % (40 to 60 %)");
    }

    private static String across(double share) {
        return Decimals.fixed(Chart.LEFT + share * WIDE, 1);
    }

    private static String down(double share) {
        return Decimals.fixed(Chart.TOP + (1 - share) * HIGH, 1);
    }
}
