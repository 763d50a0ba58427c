package io.stipple.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A visit, with what the practitioner noted of it. A null was not noted.
 *
 * @param stage its place in the treatment
 * @param date of the visit
 * @param pigment used
 * @param practitioner pseudonym
 * @param needle used
 */
public record StageInfo(
        Stage stage,
        @Nullable LocalDate date,
        @Nullable String pigment,
        @Nullable String practitioner,
        @Nullable String needle) {}
