package io.stipple.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StageTest {
    @Test
    void stagesSortAsTheTreatmentGoes() {
        List<String> sorted = Stream.of(
                        Stage.followUp(1),
                        Stage.session(2),
                        Stage.RESULT,
                        Stage.settled(1),
                        Stage.BEFORE,
                        Stage.settled(2),
                        Stage.session(1))
                .sorted()
                .map(Stage::name)
                .toList();

        assertThat(sorted)
                .containsExactly(
                        "before",
                        "session-1",
                        "session-1-settled",
                        "session-2",
                        "session-2-settled",
                        "result",
                        "follow-up-1");
    }

    @Test
    void aSessionNeedsItsNumberAndBeforeHasNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Stage(StageKind.SESSION, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Stage(StageKind.BEFORE, 1));
    }

    @Test
    void a_settled_stage_settles_its_own_session_alone() {
        assertThat(Stage.settled(2).settles(Stage.session(2))).isTrue();
        assertThat(Stage.settled(2).settles(Stage.session(1))).isFalse();
        assertThat(Stage.settled(1).settles(Stage.session(2))).isFalse();
    }

    @Test
    void nothing_else_settles_and_nothing_else_is_settled() {
        List<Stage> others = List.of(Stage.BEFORE, Stage.session(1), Stage.session(2), Stage.RESULT, Stage.followUp(1));
        List<Stage> healed = List.of(Stage.BEFORE, Stage.settled(1), Stage.RESULT, Stage.followUp(1));

        assertThat(others).noneMatch(other -> other.settles(Stage.session(1)));
        assertThat(healed).noneMatch(other -> Stage.settled(1).settles(other));
    }
}
