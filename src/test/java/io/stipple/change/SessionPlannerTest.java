package io.stipple.change;

import static io.stipple.change.PlannedRegions.AREA_CM2;
import static io.stipple.change.PlannedRegions.counted;
import static io.stipple.change.PlannedRegions.fading;
import static io.stipple.change.PlannedRegions.free;
import static io.stipple.change.PlannedRegions.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.Advice;
import io.stipple.model.AdviceKind;
import io.stipple.model.Change;
import io.stipple.model.FreeSpace;
import io.stipple.model.Interval;
import io.stipple.model.Measurement;
import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import io.stipple.model.Target;
import io.stipple.model.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionPlannerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 10);
    private static final Target TARGET = new Target(90.0, 0.3);

    private final List<Measurement> rows = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<FreeSpace> space = new ArrayList<>();
    private List<StageInfo> visits = List.of(
            visit(Stage.BEFORE, DAY.minusDays(1)),
            visit(Stage.session(1), DAY),
            visit(Stage.settled(1), DAY.plusDays(35)));

    @Test
    void dotsThatLackAreAdded() {
        rows.add(counted("frontal", Stage.settled(1), 1200, 0.3));
        changes.add(fading("frontal", 80));
        space.add(free("frontal", 5000));

        Advice advice = only(TARGET);

        assertThat(advice.kind()).isEqualTo(AdviceKind.ADD);
        assertThat(advice.addDots()).isEqualTo(600);
        // 90/cm² over 20 cm² ± 1.96·√(4² + 2²) %: the count has no error but the half dot.
        assertThat(advice.addDots95().lo()).isCloseTo(600 - 1800 * 0.084, within(4.0));
        assertThat(advice.addDots95().hi()).isCloseTo(600 + 1800 * 0.092, within(4.0));
        assertThat(advice.reasons().get(0))
                .startsWith("60/cm² (55 to 65) at session-1-settled, wanted are 90/cm² by case.yaml: 600 dots lack");
        assertThat(advice.reasons().get(1))
                .isEqualTo("80 % (76 to 84 %) of the dots of session-1 stayed here until session-1-settled: place about"
                        + " 750 for 600 to stay");
        assertThat(advice.reasons()).hasSize(2);
    }

    @Test
    void whatOneSessionMayPlaceOrWhatFitsIsNotExceeded() {
        rows.add(counted("frontal", Stage.settled(1), 1200, 0.3));
        changes.add(fading("frontal", 80));
        space.add(free("frontal", 500));
        Advice cramped = only(TARGET);
        space.set(0, free("frontal", 50_000));
        Advice dense = only(new Target(240.0, null));

        assertThat(cramped.addDots()).isEqualTo(400);
        assertThat(cramped.addDots95()).isEqualTo(new Interval(400, 400));
        assertThat(cramped.reasons()).anyMatch(reason -> reason.startsWith("no more than 500 fit"));
        assertThat(dense.addDots()).isEqualTo((int) (0.8 * 110 * AREA_CM2));
        assertThat(dense.reasons()).anyMatch(reason -> reason.startsWith("one session places at most 110/cm²"));
    }

    @Test
    void withoutItsOwnFadingARegionTakesTheClientsOther() {
        rows.add(counted("frontal", Stage.settled(1), 1200, 0.3));
        changes.add(fading("vertex", 50));
        changes.add(fading("midscalp", 70));
        space.add(free("frontal", 5000));

        assertThat(only(TARGET).reasons().get(1))
                .startsWith("60 % of dots stayed until session-1-settled")
                .endsWith("place about 1000 for 600 to stay");

        changes.clear();
        assertThat(only(TARGET).reasons().get(1)).startsWith("how many dots this client keeps is not known");
    }

    @Test
    void atItsDensityARegionIsLeftOrMadeDarker() {
        rows.add(counted("frontal", Stage.settled(1), 1750, 0.29));
        Advice left = only(TARGET);
        rows.set(0, counted("frontal", Stage.settled(1), 1750, 0.2));
        Advice darker = only(TARGET);
        Advice noTone = only(new Target(90.0, null));

        assertThat(left.kind()).isEqualTo(AdviceKind.LEAVE);
        assertThat(left.reasons().get(1)).contains("no different by more than noise");
        assertThat(darker.kind()).isEqualTo(AdviceKind.DARKER);
        assertThat(darker.addDots()).isNull();
        assertThat(darker.reasons().get(1)).startsWith("contrast 0.20 (0.18 to 0.22), wanted is 0.30 by case.yaml");
        assertThat(noTone.kind()).isEqualTo(AdviceKind.LEAVE);
        assertThat(noTone.reasons().get(1)).startsWith("tone has no target");
    }

    @Test
    void nothingIsAddedAboveTheTarget() {
        rows.add(counted("frontal", Stage.settled(1), 2400, 0.2));

        Advice advice = only(TARGET);

        assertThat(advice.kind()).isEqualTo(AdviceKind.DO_NOT_ADD);
        assertThat(advice.reasons().get(0)).endsWith("more than wanted, which cannot be undone");
    }

    @Test
    void doubleDotsAboveChanceStopAdding() {
        visits = List.of(
                visit(Stage.settled(1), DAY),
                visit(Stage.session(2), DAY.plusDays(1)),
                visit(Stage.settled(2), DAY.plusDays(40)));
        rows.add(counted("frontal", Stage.settled(2), 1200, 0.3));
        // By chance 100; with 10 % for unevenness and 5 missed links of 1000 kept 115, and 137 in one case of forty.
        changes.add(placed(120, 100));
        assertThat(only(TARGET).kind()).isEqualTo(AdviceKind.ADD);

        changes.set(0, placed(145, 100));
        Advice advice = only(TARGET);

        assertThat(advice.kind()).isEqualTo(AdviceKind.DO_NOT_ADD);
        assertThat(advice.reasons().get(0))
                .startsWith("145 of the 600 dots added at session-2 landed on older ones; by chance alone 100.0 would,"
                        + " 115.0 with uneven density and missed links");
        assertThat(only(Target.NONE).kind()).isEqualTo(AdviceKind.DO_NOT_ADD);
    }

    @Test
    void whereNoDotFitsNoneIsAdded() {
        rows.add(counted("frontal", Stage.settled(1), 1200, 0.3));
        space.add(free("frontal", 12));

        Advice advice = only(TARGET);

        assertThat(advice.kind()).isEqualTo(AdviceKind.DO_NOT_ADD);
        assertThat(advice.reasons().get(0)).startsWith("free space is used up").endsWith("and 12 more fit");
    }

    @Test
    void freshOrUnhealedSkinWaits() {
        rows.add(counted("frontal", Stage.session(1), 1200, 0.3));
        visits = List.of(visit(Stage.session(1), DAY));
        Advice fresh = only(TARGET);
        rows.set(0, counted("frontal", Stage.settled(1), 1200, 0.3));
        visits = List.of(visit(Stage.session(1), DAY), visit(Stage.settled(1), DAY.plusDays(13)));
        Advice young = only(TARGET);
        rows.set(0, counted("frontal", Stage.followUp(1), 1200, 0.3));
        visits = List.of(visit(Stage.session(1), DAY), visit(Stage.followUp(1), DAY.plusDays(20)));
        Advice early = only(TARGET);

        assertThat(fresh.kind()).isEqualTo(AdviceKind.WAIT);
        assertThat(fresh.reasons().get(0)).contains("session-1").contains("fresh");
        assertThat(young.kind()).isEqualTo(AdviceKind.WAIT);
        assertThat(young.reasons().get(0)).contains("13 days after the session").contains("day 28");
        assertThat(early.kind()).isEqualTo(AdviceKind.WAIT);
    }

    @Test
    void unknownDatesAreWarnedOfAndDoNotStopThePlan() {
        rows.add(counted("frontal", Stage.settled(1), 1200, 0.3));
        visits = List.of(visit(Stage.session(1), null), visit(Stage.settled(1), DAY));

        Advice advice = only(TARGET);

        assertThat(advice.kind()).isEqualTo(AdviceKind.ADD);
        assertThat(advice.reasons())
                .last()
                .asString()
                .startsWith("the days between session-1 and session-1-settled are not known");
    }

    @Test
    void whatIsNotKnownIsSaid() {
        rows.add(counted("frontal", Stage.settled(1), 1200, 0.3));
        Advice noTarget = only(Target.NONE);
        rows.add(new Measurement(
                "top",
                Stage.settled(2),
                "frontal",
                "session-2-settled/top.jpg",
                Verdict.TONE_ONLY,
                "dots are 2.1 px across, fewer than 3",
                AREA_CM2,
                null,
                null));
        visits = List.of(visit(Stage.session(2), DAY), visit(Stage.settled(2), DAY.plusDays(30)));
        Advice blurred = only(TARGET);
        rows.remove(1);
        Advice outdated = only(TARGET);

        assertThat(noTarget.kind()).isEqualTo(AdviceKind.CANNOT_TELL);
        assertThat(noTarget.reasons().get(0)).startsWith("there is no target");
        assertThat(blurred.kind()).isEqualTo(AdviceKind.CANNOT_TELL);
        assertThat(blurred.reasons().get(0))
                .isEqualTo("session-2-settled is tone-only: dots are 2.1 px across, fewer than 3");
        assertThat(outdated.kind()).isEqualTo(AdviceKind.CANNOT_TELL);
        assertThat(outdated.reasons().get(0)).contains("session-2 was not photographed here");
    }

    @Test
    void theDonorAreaIsTheTargetWhereNoneIsGiven() {
        rows.add(counted("donor", Stage.BEFORE, 2000, 0.4));
        rows.add(counted("frontal", Stage.BEFORE, 20, 0.1));
        rows.add(counted("donor", Stage.settled(1), 40, 0.4));
        rows.add(counted("frontal", Stage.settled(1), 1200, 0.3));

        Advice advice = only(Target.NONE);

        assertThat(advice.region()).isEqualTo("frontal");
        assertThat(advice.kind()).isEqualTo(AdviceKind.ADD);
        assertThat(advice.addDots()).isEqualTo(800);
        assertThat(advice.reasons().get(0)).contains("by the donor area at before");
        // The scale is common to both: only the surfaces differ, by √2·2 %, and the outlines by 0.5 %.
        assertThat(advice.addDots95().width()).isBetween(2 * 1.96 * 2000 * 0.028, 2 * 1.96 * 2000 * 0.031);
    }

    private Advice only(Target target) {
        List<Advice> advice = new SessionPlanner(ChangeSettings.defaults(), PlanSettings.defaults())
                .advice(rows, changes, space, visits, target, CaseEvidence.none());
        assertThat(advice).hasSize(1);
        return advice.get(0);
    }

    private static StageInfo visit(Stage stage, @Nullable LocalDate date) {
        return new StageInfo(stage, date, null, null, null);
    }
}
