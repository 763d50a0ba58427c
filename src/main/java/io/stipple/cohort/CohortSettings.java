package io.stipple.cohort;

import io.stipple.model.Check;

/**
 * What the cohort is judged by.
 *
 * @param enoughPct share of the final density from which a session counts as enough, %, 0..100; default 90, as a tenth
 *     of the dots is about what a healed photo can tell at all
 * @param fewestClients below so many clients a group is not broken out, 2 or more; default 5, the usual rule for tables
 *     on people
 * @param scabDays before this day after a session scabs still lie on the dots, days; default 14
 * @param healedDays from this day on pigment shows its true colour, days, above {@code scabDays}; default 28
 * @param lateDays after this day a photo shows more than healing, days, {@code healedDays} or more; default 42
 * @param outlierZ robust z beyond which a client is outlying; default 3.5 (Iglewicz and Hoaglin 1993)
 * @param outlierClients below so many clients nobody is called outlying; default 10, as the median absolute deviation
 *     of fewer is itself a matter of chance
 * @param middleClients below so many clients the range of the middle 90 % is not given; default 20, the fewest of whom
 *     one lies outside at either end
 */
public record CohortSettings(
        double enoughPct,
        int fewestClients,
        int scabDays,
        int healedDays,
        int lateDays,
        double outlierZ,
        int outlierClients,
        int middleClients) {
    public CohortSettings {
        Check.within("share that is enough %", enoughPct, 0, 100);
        Check.within("fewest clients of a group", fewestClients, 2, Integer.MAX_VALUE);
        Check.within("days with scabs", scabDays, 1, Integer.MAX_VALUE);
        Check.within("days to heal", healedDays, scabDays + 1.0, Integer.MAX_VALUE);
        Check.within("days after which a photo is late", lateDays, healedDays, Integer.MAX_VALUE);
        Check.positive("robust z of an outlier", outlierZ);
        Check.within("fewest clients for outliers", outlierClients, 3, Integer.MAX_VALUE);
        Check.within("fewest clients for the middle 90 %", middleClients, 2, Integer.MAX_VALUE);
    }

    /** What the program uses. */
    public static CohortSettings defaults() {
        return new CohortSettings(90, 5, 14, 28, 42, 3.5, 10, 20);
    }
}
