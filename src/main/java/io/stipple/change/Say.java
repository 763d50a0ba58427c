package io.stipple.change;

import io.stipple.model.Interval;
import java.util.Locale;

/** Figures in sentences: as many digits as they deserve, the same in every country. */
final class Say {
    private Say() {}

    /** {@code 62/cm² (56 to 69)}. */
    static String density(double perCm2, Interval interval95) {
        return format("%.0f/cm² (%.0f to %.0f)", perCm2, interval95.lo(), interval95.hi());
    }

    /** {@code 82 % (78 to 86 %)}, of shares between 0 and 1. */
    static String share(double share, Interval interval95) {
        return format("%.0f %% (%.0f to %.0f %%)", 100 * share, 100 * interval95.lo(), 100 * interval95.hi());
    }

    static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
