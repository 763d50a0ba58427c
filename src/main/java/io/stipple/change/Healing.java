package io.stipple.change;

import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import io.stipple.model.StageKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the skin had healed when a view was last photographed, so that the next session can be planned from it.
 *
 * @param state of the skin in that photo
 * @param sentence that tells why; empty where nothing needs to be told
 */
record Healing(State state, String sentence) {
    enum State {
        /** Healed, or not known and said so. */
        HEALED,
        /** Its true colour does not show yet. */
        HEALING,
        /** A session has been since. */
        OUTDATED
    }

    /**
     * The state at {@code latest}.
     *
     * @param latest stage at which the view was photographed
     * @param visits of the case, each with its date where one is known
     */
    static Healing of(Stage latest, List<StageInfo> visits, ChangeSettings settings) {
        Optional<Stage> since = visits.stream()
                .map(StageInfo::stage)
                .filter(stage -> stage.compareTo(latest) > 0)
                .filter(stage -> stage.kind() == StageKind.SESSION || stage.kind() == StageKind.SETTLED)
                .findFirst();
        if (since.isPresent()) {
            return new Healing(
                    State.OUTDATED,
                    "the last photo of this view is of " + latest + "; " + since.get() + " was not photographed here");
        }
        if (latest.kind() == StageKind.SESSION) {
            return new Healing(
                    State.HEALING,
                    "the last photo is of " + latest + ", where skin is fresh: dots look darker and some will still"
                            + " fall out; photograph again from day " + settings.healedDays() + " on");
        }
        Stage session = sessionBefore(latest, visits);
        if (session == null) {
            return new Healing(State.HEALED, "");
        }
        Optional<Double> days = Days.between(session, latest, visits);
        if (days.isEmpty()) {
            return new Healing(
                    State.HEALED,
                    "the days between " + session + " and " + latest + " are not known: this holds only if the skin had"
                            + " healed, from day " + settings.healedDays() + " on");
        }
        return days.get() < settings.healedDays()
                ? new Healing(
                        State.HEALING,
                        Say.format(
                                "%s was photographed %.0f days after the session, before day %d when pigment shows its"
                                        + " true colour; photograph again from then on",
                                latest, days.get(), settings.healedDays()))
                : new Healing(State.HEALED, "");
    }

    /** The session whose dots {@code latest} shows last; null where there was none. */
    static @Nullable Stage sessionBefore(Stage latest, List<StageInfo> visits) {
        if (latest.kind() == StageKind.SESSION || latest.kind() == StageKind.SETTLED) {
            return Stage.session(latest.number());
        }
        int last = visits.stream()
                .map(StageInfo::stage)
                .filter(stage -> stage.compareTo(latest) < 0)
                .filter(stage -> stage.kind() == StageKind.SESSION || stage.kind() == StageKind.SETTLED)
                .mapToInt(Stage::number)
                .max()
                .orElse(0);
        return last == 0 ? null : Stage.session(last);
    }
}
