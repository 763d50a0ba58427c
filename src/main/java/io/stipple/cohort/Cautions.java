package io.stipple.cohort;

import io.stipple.cohort.CohortFigures.Counts;
import io.stipple.cohort.CohortFigures.VersionCount;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What to be careful with when the figures are read. */
final class Cautions {
    private Cautions() {}

    static List<String> of(Counts counts, List<VersionCount> versions, CohortSettings settings) {
        List<String> cautions = new ArrayList<>();
        if (versions.size() > 1) {
            cautions.add("The cases were analysed by several versions of Stipple: "
                    + versions.stream()
                            .map(one -> one.version() + " (" + counted(one.cases(), "case") + ")")
                            .collect(Collectors.joining(", "))
                    + ". Their figures may differ by the version alone; analyse all with one.");
        }
        if (counts.comparisons() > 0) {
            cautions.add("Groups are not randomised: who treats whom, with which pigment and needle, is chosen. A"
                    + " difference between groups may come from their clients, from the days until the healed photo or"
                    + " from the photos, not from the practitioner or the pigment.");
        }
        if (counts.unhealed() > 0) {
            cautions.add(counts.unhealed() + " of " + counted(counts.comparisons(), "comparison")
                    + " have their settled photo before day " + settings.healedDays()
                    + ", which is not healed: scabs and lightening are mixed into what was kept.");
        }
        if (counts.undated() > 0) {
            cautions.add(counts.undated() + " of " + counted(counts.comparisons(), "comparison")
                    + " lack a date: whether the skin had healed is not known.");
        }
        if (counts.untold() > 0) {
            cautions.add("In " + counted(counts.untold(), "further comparison")
                    + " of a session with its healed photo the dots kept could not be told; these are not among the"
                    + " figures.");
        }
        if (counts.casesNotMeasured() > 0) {
            cautions.add("In " + counts.casesNotMeasured() + " of " + counted(counts.cases(), "case")
                    + " some photo or region could not be measured.");
        }
        return cautions;
    }

    static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
