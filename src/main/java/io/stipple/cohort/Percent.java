package io.stipple.cohort;

import io.stipple.model.Interval;
import io.stipple.report.Cell;
import io.stipple.report.Decimals;

/** Shares and differences of shares as a person reads them. */
final class Percent {
    private Percent() {}

    /** {@code 87.3 %}. */
    static String text(double pct) {
        return Cell.minus(Decimals.fixed(pct, 1)) + " %";
    }

    /** {@code 84.1 to 90.2 %}. */
    static String text(Interval pct) {
        return Cell.minus(Decimals.fixed(pct.lo(), 1) + " to " + Decimals.fixed(pct.hi(), 1)) + " %";
    }

    /** {@code +3.2}: percentage points with their sign. */
    static String points(double difference) {
        String digits = Decimals.fixed(difference, 1);
        return difference > 0 && !digits.equals("0.0") ? "+" + digits : Cell.minus(digits);
    }
}
