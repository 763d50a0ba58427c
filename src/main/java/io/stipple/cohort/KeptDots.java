package io.stipple.cohort;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How many dots of one session one region of a client kept, with all that it may hang on. A null was not noted.
 *
 * @param client pseudonym
 * @param view such as {@code top}
 * @param region such as {@code frontal}
 * @param scar whether the region is one
 * @param skin Fitzpatrick type
 * @param pigment of the session
 * @param practitioner of the session
 * @param needle of the session
 * @param session its number
 * @param days from the session to the healed photo
 * @param retainedPct share of dots found again, %
 */
record KeptDots(
        String client,
        String view,
        String region,
        boolean scar,
        @Nullable String skin,
        @Nullable String pigment,
        @Nullable String practitioner,
        @Nullable String needle,
        int session,
        @Nullable Integer days,
        double retainedPct) {
    /** By every part, so that only rows that are alike throughout are ties. */
    static final Comparator<KeptDots> ORDER = Comparator.comparing(KeptDots::client)
            .thenComparing(KeptDots::view)
            .thenComparing(KeptDots::region)
            .thenComparing(KeptDots::session)
            .thenComparing(KeptDots::retainedPct)
            .thenComparing(row -> Objects.requireNonNullElse(row.days(), -1))
            .thenComparing(row -> noted(row.skin()))
            .thenComparing(row -> noted(row.pigment()))
            .thenComparing(row -> noted(row.practitioner()))
            .thenComparing(row -> noted(row.needle()));

    private static String noted(@Nullable String word) {
        return Objects.requireNonNullElse(word, "");
    }
}
