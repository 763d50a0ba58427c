package io.stipple.change;

import io.stipple.model.Change;
import io.stipple.model.ChangeKind;
import io.stipple.model.Finding;
import io.stipple.model.Finding.Severity;
import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import io.stipple.model.StageKind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What to be careful with when changes are read. */
public final class Cautions {
    private Cautions() {}

    /** As {@link #healing(List, ChangeSettings)} with the default settings. */
    public static List<Finding> healing(List<StageInfo> stages) {
        return healing(stages, ChangeSettings.defaults());
    }

    /**
     * A warning for each {@code settled} stage photographed before it had healed; nothing where a date is missing.
     */
    public static List<Finding> healing(List<StageInfo> stages, ChangeSettings settings) {
        List<Finding> findings = new ArrayList<>();
        for (StageInfo settled : stages) {
            if (settled.stage().kind() != StageKind.SETTLED) {
                continue;
            }
            LocalDate session = dateOf(Stage.session(settled.stage().number()), stages);
            LocalDate date = settled.date();
            if (session == null || date == null) {
                continue;
            }
            long days = ChronoUnit.DAYS.between(session, date);
            if (days < settings.healedDays()) {
                findings.add(new Finding(
                        Severity.WARNING,
                        settled.stage().name(),
                        "photographed " + days + " days after the session, before day " + settings.healedDays()
                                + " when pigment shows its true colour: its fading mixes scabs, lost dots and"
                                + " lightening"));
            }
        }
        return findings;
    }

    /** A warning for each pair of stages whose total sets fresh skin against healed skin as if they were alike. */
    public static List<Finding> freshAgainstHealed(List<Change> changes) {
        List<Finding> findings = new ArrayList<>();
        TreeSet<String> told = new TreeSet<>();
        for (Change change : changes) {
            boolean total = change.kind() == ChangeKind.TOTAL;
            if (total && change.from().healed() != change.to().healed() && told.add(change.view())) {
                Stage fresh = change.from().healed() ? change.to() : change.from();
                findings.add(new Finding(
                        Severity.WARNING,
                        change.view(),
                        "the total from " + change.from() + " to " + change.to() + " counts " + fresh
                                + ", where skin is fresh: dots look darker there and some will still fall out"));
            }
        }
        return findings;
    }

    private static @Nullable LocalDate dateOf(Stage stage, List<StageInfo> stages) {
        for (StageInfo info : stages) {
            if (info.stage().equals(stage)) {
                return info.date();
            }
        }
        return null;
    }
}
