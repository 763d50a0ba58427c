package io.stipple.change;

/**
 * One part of the uncertainty of a figure.
 *
 * @param source such as {@code completeness}
 * @param relativeSe its relative standard error
 */
public record ErrorPart(String source, double relativeSe) {}
