package io.stipple.phantom;

import io.stipple.model.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The visits of a case and their dates. */
record StagePlan(List<Stage> stages, List<LocalDate> dates) {
    static StagePlan of(PhantomSettings settings) {
        Dice dice = new Dice(settings.seed(), "dates");
        List<Stage> stages = new ArrayList<>();
        List<LocalDate> dates = new ArrayList<>();
        LocalDate day = LocalDate.of(2026, 1, 10);
        for (int i = 0; i < settings.stages(); i++) {
            int session = (i + 1) / 2;
            boolean fresh = i % 2 == 1;
            stages.add(i == 0 ? Stage.BEFORE : fresh ? Stage.session(session) : Stage.settled(session));
            dates.add(day);
            // Settled from day 28 on; the next session within two weeks of that.
            day = day.plusDays(fresh ? 28 + dice.below(6) : 1 + dice.below(13));
        }
        if (settings.healedChangePct() != null) {
            stages.add(Stage.settled((settings.stages() + 1) / 2));
            dates.add(day.plusDays(28));
        }
        return new StagePlan(List.copyOf(stages), List.copyOf(dates));
    }
}
