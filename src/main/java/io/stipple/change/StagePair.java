package io.stipple.change;

import io.stipple.model.ChangeKind;
import io.stipple.model.Stage;
import io.stipple.model.StageKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Two stages that the contract compares.
 *
 * @param kind of comparison
 * @param from the earlier stage
 * @param to the later stage
 */
record StagePair(ChangeKind kind, Stage from, Stage to) {
    /**
     * All pairs among the stages that a view was photographed at: fading, placed, build-up, total, each in order of
     * time. Two stages may be a pair of more than one kind.
     */
    static List<StagePair> among(Collection<Stage> photographed) {
        List<Stage> stages = List.copyOf(new TreeSet<>(photographed));
        List<StagePair> pairs = new ArrayList<>();
        for (Stage stage : stages) {
            if (stage.kind() == StageKind.SESSION && stages.contains(Stage.settled(stage.number()))) {
                pairs.add(new StagePair(ChangeKind.FADING, stage, Stage.settled(stage.number())));
            }
        }
        for (int i = 1; i < stages.size(); i++) {
            if (stages.get(i).kind() == StageKind.SESSION) {
                pairs.add(new StagePair(ChangeKind.PLACED, stages.get(i - 1), stages.get(i)));
            }
        }
        List<Stage> settled = stages.stream()
                .filter(stage -> stage.kind() == StageKind.BEFORE || stage.kind() == StageKind.SETTLED)
                .toList();
        for (int i = 1; i < settled.size(); i++) {
            pairs.add(new StagePair(ChangeKind.BUILD_UP, settled.get(i - 1), settled.get(i)));
        }
        if (stages.size() > 1) {
            pairs.add(new StagePair(ChangeKind.TOTAL, stages.get(0), stages.get(stages.size() - 1)));
        }
        return pairs;
    }
}
