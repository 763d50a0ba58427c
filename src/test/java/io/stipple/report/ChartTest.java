package io.stipple.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.Interval;
import io.stipple.model.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {
    private static final Chart.Value NONE = new Chart.Value(Stage.BEFORE, null, null, "");

    @Test
    void aStageWithoutAFigureHasNoMarkButKeepsItsPlace() {
        Chart chart = Chart.of(
                "frontal",
                "Density",
                List.of(NONE, value(Stage.session(1), 40, 35, 45), value(Stage.settled(1), 30, 26, 34)),
                List.of(),
                60);

        assertThat(chart.points()).hasSize(2);
        assertThat(chart.xTicks()).extracting(Chart.Tick::label).containsExactly("0", "S1", "H1");
        assertThat(chart.xTicks()).extracting(Chart.Tick::known).containsExactly(false, true, true);
    }

    @Test
    void onlyHealedStagesAreJoined() {
        Chart chart = Chart.of(
                "frontal",
                "Density",
                List.of(value(Stage.session(1), 40, 35, 45), value(Stage.settled(1), 30, 26, 34)),
                List.of(),
                60);

        assertThat(chart.points()).extracting(Chart.Mark::healed).containsExactly(false, true);
        assertThat(chart.line().split(" ")).hasSize(1);
    }

    @Test
    void halfOfTheTopStandsHalfWayUp() {
        Chart chart = Chart.of("frontal", "Density", List.of(value(Stage.RESULT, 30, 0, 60)), List.of(), 60);

        Chart.Mark mark = chart.points().get(0);
        double lo = Double.parseDouble(mark.lo());
        double hi = Double.parseDouble(mark.hi());
        assertThat(Double.parseDouble(mark.y())).isEqualTo((lo + hi) / 2);
        assertThat(chart.yTicks()).extracting(Chart.Tick::label).containsExactly("0", "30", "60");
    }

    @Test
    void theNoiseFloorLiesAroundTheHealedFigureBeforeAndReachesTheNext() {
        Chart chart = Chart.of(
                "frontal",
                "Density",
                List.of(value(Stage.settled(1), 30, 26, 34), value(Stage.settled(2), 50, 46, 54)),
                List.of(new Chart.Floor(Stage.settled(1), Stage.settled(2), 10)),
                60);

        Chart.Band band = chart.bands().get(0);
        Chart.Mark before = chart.points().get(0);
        Chart.Mark after = chart.points().get(1);
        double top = Double.parseDouble(band.y());
        double height = Double.parseDouble(band.height());
        // Positions are rounded to 0.1 of the drawing's units.
        assertThat(top + height / 2).isCloseTo(Double.parseDouble(before.y()), within(0.11));
        assertThat(height).isCloseTo(2 * 3 / 60.0 * (Chart.HEIGHT - Chart.TOP - Chart.BOTTOM), within(0.11));
        assertThat(band.x()).isEqualTo(before.x());
        assertThat(Double.parseDouble(band.x()) + Double.parseDouble(band.width()))
                .isGreaterThan(Double.parseDouble(after.x()));
        assertThat(chart.summary()).contains("Session 1 settled ± 10.0 %");
    }

    @Test
    void aFloorAroundAStageWithoutAFigureIsNotDrawn() {
        Chart chart = Chart.of(
                "frontal",
                "Density",
                List.of(NONE, value(Stage.settled(1), 30, 26, 34)),
                List.of(new Chart.Floor(Stage.BEFORE, Stage.settled(1), 10)),
                60);

        assertThat(chart.bands()).isEmpty();
    }

    @Test
    void oneHopelessIntervalDoesNotFlattenTheOthers() {
        double top = Chart.sharedTop(List.of(
                List.of(value(Stage.RESULT, 50, 45, 55)),
                List.of(value(Stage.RESULT, 20, 1, Double.POSITIVE_INFINITY))));

        assertThat(top).isEqualTo(80);
    }

    private static Chart.Value value(Stage stage, double value, double lo, double hi) {
        return new Chart.Value(stage, value, new Interval(lo, hi), "");
    }
}
