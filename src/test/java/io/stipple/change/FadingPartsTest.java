package io.stipple.change;

import static io.stipple.change.CountedRegions.line;
import static io.stipple.change.CountedRegions.measured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.ChangeEvidence;
import io.stipple.model.FadingSplit;
import io.stipple.model.Measurement;
import io.stipple.model.SessionShare;
import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import io.stipple.model.TrackedDot;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FadingPartsTest {
    private static final ChangeSettings SETTINGS = ChangeSettings.defaults();
    private static final LocalDate DAY = LocalDate.of(2026, 1, 10);

    @Test
    void lossLighteningAndShrinkingStandApart() {
        List<Measurement> rows =
                List.of(measured(Stage.session(1), 400, 10, 1), measured(Stage.settled(1), 300, 10, 1));
        Map<String, Map<String, List<TrackedDot>>> dots = Map.of(
                "top", Map.of("session-1", line(1, 400, 0.40, 0.060), "session-1-settled", line(1, 300, 0.30, 0.048)));
        List<StageInfo> visits = List.of(
                new StageInfo(Stage.session(1), DAY, null, null, null),
                new StageInfo(Stage.settled(1), DAY.plusDays(29), null, null, null));

        List<FadingSplit> splits = FadingParts.of(
                new ChangeCalculator(SETTINGS)
                        .evidence(rows, dots, CaseEvidence.none()).stream()
                                .map(ChangeEvidence::change)
                                .toList(),
                rows,
                dots,
                visits,
                SETTINGS);

        assertThat(splits).hasSize(1);
        FadingSplit split = splits.get(0);
        assertThat(split.lost().pct()).isCloseTo(25, within(1e-9));
        assertThat(split.lost().interval95().contains(25)).isTrue();
        assertThat(split.contrast().pct()).isCloseTo(-25, within(1e-9));
        assertThat(split.diameter().pct()).isCloseTo(0, within(1e-9));
        assertThat(split.healedDays()).isEqualTo(29);
        assertThat(split.redness()).isNull();
    }

    @Test
    void theLastSettledStageIsAHundredPercent() {
        List<SessionShare> shares = SessionShares.of(
                List.of(
                        measured(Stage.BEFORE, 3, 10, 1),
                        measured(Stage.settled(1), 200, 10, 1),
                        measured(Stage.settled(3), 500, 10, 1),
                        measured(Stage.settled(2), 350, 10, 1)),
                Map.of(),
                CaseEvidence.none(),
                SETTINGS);

        assertThat(shares).extracting(SessionShare::settled).containsExactly(Stage.settled(1), Stage.settled(2));
        assertThat(shares.get(0).last()).isEqualTo(Stage.settled(3));
        assertThat(shares.get(0).sharePct()).isCloseTo(40, within(1e-9));
        assertThat(shares.get(1).sharePct()).isCloseTo(70, within(1e-9));
        assertThat(shares.get(0).interval95().contains(40)).isTrue();
    }

    @Test
    void aSharesDotsAreThoseThatBothPhotosShow() {
        // Tracks lie 10 px apart. The last photo hides all beyond 1005 px, where half of the earlier one's dots are.
        PhotoEvidence half = new PhotoEvidence(0, at -> at.x() < 1005, DotArea.OWN);
        ViewEvidence view = new ViewEvidence(null, Map.of(), Map.of("session-2-settled", half));

        List<SessionShare> shares = SessionShares.of(
                List.of(measured(Stage.settled(1), 200, 10, 1), measured(Stage.settled(2), 100, 5, 1)),
                Map.of(
                        "top",
                        Map.of(
                                "session-1-settled",
                                CountedRegions.line(1, 200, 0.4, 0.06),
                                "session-2-settled",
                                CountedRegions.line(1, 100, 0.4, 0.06))),
                new CaseEvidence(Map.of("top", view), List.of()),
                SETTINGS);

        assertThat(shares)
                .singleElement()
                .satisfies(share -> assertThat(share.sharePct()).isCloseTo(100, within(1e-9)));
    }

    @Test
    void withoutACountedLastStageThereIsNoShare() {
        assertThat(SessionShares.of(
                        List.of(
                                measured(Stage.settled(1), 200, 10, 1),
                                CountedRegions.toneOnly(Stage.settled(2), "blurred")),
                        Map.of(),
                        CaseEvidence.none(),
                        SETTINGS))
                .isEmpty();
    }
}
