package io.stipple.cohort;

import io.stipple.cohort.CohortFigures.HiddenGroups;

/** What is said of groups that are not shown: their names and how many clients, no figure. */
final class HiddenWords {
    private HiddenWords() {}

    static String of(HiddenGroups hidden, CohortSettings settings) {
        String small = "fewer than " + settings.fewestClients() + " clients: " + String.join(", ", hidden.small());
        return hidden.also().isEmpty()
                ? small
                : small + "; not shown either, so that these cannot be worked out from the total: "
                        + String.join(", ", hidden.also());
    }
}
