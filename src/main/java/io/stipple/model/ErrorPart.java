package io.stipple.model;

/**
 * One part of the uncertainty of a figure.
 *
 * @param source such as {@code completeness}
 * @param relativeSe its relative standard error, 0 or more
 */
public record ErrorPart(String source, double relativeSe) {
    public ErrorPart {
        Check.named("source of an error", source);
        Check.within("relative standard error", relativeSe, 0, Double.MAX_VALUE);
    }
}
