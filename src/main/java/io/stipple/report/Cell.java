package io.stipple.report;

import org.jspecify.annotations.Nullable;

/**
 * A cell of a table: a figure, or a dash with the reason why there is none.
 *
 * @param text shown
 * @param detail its interval, shown smaller; empty where it has none
 * @param reason why there is no figure; empty where there is one
 */
public record Cell(String text, String detail, String reason) {
    private static final String NONE = "–";

    /** Whether there is a figure. */
    public boolean known() {
        return reason.isEmpty();
    }

    /** A figure without an interval. */
    public static Cell of(String text) {
        return new Cell(text, "", "");
    }

    /** A figure with its interval. */
    public static Cell of(String text, String detail) {
        return new Cell(text, detail, "");
    }

    /** A dash with the reason why. */
    public static Cell missing(String reason) {
        return new Cell(NONE, "", reason.isBlank() ? "not known" : reason);
    }

    /** A figure with so many decimals and its unit. */
    public static Cell number(@Nullable Double value, int places, String unit, String reasonIfNone) {
        return value == null ? missing(reasonIfNone) : of(minus(Decimals.fixed(value, places)) + unit);
    }

    /** A true minus sign, as wide as the plus. */
    public static String minus(String text) {
        return text.replaceAll("(?<![0-9A-Za-z])-(?=[0-9])", "−");
    }
}
