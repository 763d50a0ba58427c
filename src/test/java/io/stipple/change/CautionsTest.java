package io.stipple.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.model.Change;
import io.stipple.model.ChangeEvidence;
import io.stipple.model.Finding;
import io.stipple.model.Finding.Severity;
import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CautionsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 10);

    @Test
    void skinPhotographedBeforeDay28IsNotSettled() {
        List<Finding> findings = Cautions.healing(List.of(
                visit(Stage.session(1), DAY),
                visit(Stage.settled(1), DAY.plusDays(13)),
                visit(Stage.session(2), DAY.plusDays(13)),
                visit(Stage.settled(2), DAY.plusDays(41))));

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(findings.get(0).subject()).isEqualTo("session-1-settled");
        assertThat(findings.get(0).message()).contains("13 days").contains("day 28");
    }

    @Test
    void withoutDatesNothingIsClaimed() {
        assertThat(Cautions.healing(List.of(visit(Stage.session(1), null), visit(Stage.settled(1), DAY))))
                .isEmpty();
        assertThat(Cautions.healing(List.of(visit(Stage.settled(1), DAY)))).isEmpty();
    }

    @Test
    void aTotalThatEndsOnFreshSkinIsWarnedOfOnce() {
        List<Change> changes = new ChangeCalculator(ChangeSettings.defaults())
                        .evidence(
                                List.of(
                                        CountedRegions.measured(Stage.BEFORE, 4, 10, 0.97),
                                        CountedRegions.measured(Stage.session(1), 400, 10, 0.97)),
                                Map.of(),
                                CaseEvidence.none())
                        .stream()
                        .map(ChangeEvidence::change)
                        .toList();

        assertThat(Cautions.freshAgainstHealed(changes)).hasSize(1);
        assertThat(Cautions.freshAgainstHealed(changes).get(0).message()).contains("before to session-1");
    }

    private static StageInfo visit(Stage stage, @Nullable LocalDate date) {
        return new StageInfo(stage, date, null, null, null);
    }
}
