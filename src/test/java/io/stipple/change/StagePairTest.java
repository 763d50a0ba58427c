package io.stipple.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.model.ChangeKind;
import io.stipple.model.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

class StagePairTest {
    @Test
    void aWholeTreatmentIsComparedAsTheContractSays() {
        List<Stage> stages = List.of(
                Stage.RESULT, Stage.BEFORE, Stage.session(1), Stage.settled(1), Stage.session(2), Stage.settled(2));

        assertThat(StagePair.among(stages))
                .containsExactly(
                        new StagePair(ChangeKind.FADING, Stage.session(1), Stage.settled(1)),
                        new StagePair(ChangeKind.FADING, Stage.session(2), Stage.settled(2)),
                        new StagePair(ChangeKind.PLACED, Stage.BEFORE, Stage.session(1)),
                        new StagePair(ChangeKind.PLACED, Stage.settled(1), Stage.session(2)),
                        new StagePair(ChangeKind.BUILD_UP, Stage.BEFORE, Stage.settled(1)),
                        new StagePair(ChangeKind.BUILD_UP, Stage.settled(1), Stage.settled(2)),
                        new StagePair(ChangeKind.TOTAL, Stage.BEFORE, Stage.RESULT));
    }

    @Test
    void whatWasNotPhotographedIsNotCompared() {
        assertThat(StagePair.among(List.of(Stage.session(1)))).isEmpty();
        assertThat(StagePair.among(List.of(Stage.session(1), Stage.settled(2))))
                .containsExactly(new StagePair(ChangeKind.TOTAL, Stage.session(1), Stage.settled(2)));
    }
}
