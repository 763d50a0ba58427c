package io.stipple.model;

/**
 * Something a person should know of a case: what could not be measured and why, or what to be careful with.
 *
 * @param severity how much it matters
 * @param subject the photo (relative path with {@code /}), stage, view or region that it is about
 * @param message one sentence with its figures
 */
public record Finding(Severity severity, String subject, String message) {
    /** How much a finding matters. */
    public enum Severity {
        /** Nothing is missing. */
        NOTE,
        /** Figures stand, with care. */
        WARNING,
        /** Some photo or region could not be measured: the run ends with exit code 1. */
        NOT_MEASURED
    }

    public Finding {
        Check.named("subject of a finding", subject);
        Check.named("message of a finding", message);
    }
}
