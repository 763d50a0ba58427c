package io.stipple.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import io.stipple.model.SurvivalCurve;
import io.stipple.model.TrackedDot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DotSurvivalTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 10);
    private static final List<StageInfo> VISITS = List.of(
            visit(Stage.BEFORE, DAY.minusDays(3)),
            visit(Stage.session(1), DAY),
            visit(Stage.settled(1), DAY.plusDays(30)),
            visit(Stage.RESULT, DAY.plusDays(180)));

    @Test
    void dotsGoBetweenTheVisitThatSawThemAndTheNext() {
        // 100 placed; 1–70 seen at 30 days, 1–60 at 180; 71–80 missed at 30 days and seen again: there all the time.
        List<TrackedDot> last = new ArrayList<>(CountedRegions.line(1, 60, 0.3, 0.05));
        last.addAll(CountedRegions.line(71, 80, 0.3, 0.05));

        SurvivalCurve curve = DotSurvival.of(
                        "top",
                        "frontal",
                        VISITS,
                        Map.of(
                                "before", CountedRegions.line(900, 903, 0.1, 0.01),
                                "session-1", CountedRegions.line(1, 100, 0.4, 0.06),
                                "session-1-settled", CountedRegions.line(1, 70, 0.3, 0.05),
                                "result", last))
                .orElseThrow();

        assertThat(curve.dots()).isEqualTo(100);
        assertThat(curve.steps()).hasSize(2);
        assertThat(curve.steps().get(0).fromDays()).isZero();
        assertThat(curve.steps().get(0).toDays()).isEqualTo(30);
        assertThat(curve.steps().get(0).survival()).isCloseTo(0.8, within(1e-6));
        assertThat(curve.steps().get(1).toDays()).isEqualTo(180);
        assertThat(curve.steps().get(1).survival()).isCloseTo(0.7, within(1e-6));
        assertThat(curve.steps().get(1).interval95().contains(0.7)).isTrue();
    }

    @Test
    void withoutDatesThereIsNoCurve() {
        List<StageInfo> undated = List.of(visit(Stage.session(1), null), visit(Stage.settled(1), null));

        assertThat(DotSurvival.of(
                        "top",
                        "frontal",
                        undated,
                        Map.of(
                                "session-1", CountedRegions.line(1, 100, 0.4, 0.06),
                                "session-1-settled", CountedRegions.line(1, 70, 0.3, 0.05))))
                .isEmpty();
    }

    private static StageInfo visit(Stage stage, @Nullable LocalDate date) {
        return new StageInfo(stage, date, null, null, null);
    }
}
