package io.stipple.cohort;

import io.stipple.report.Decimals;
import java.util.Locale;

/** How a person reads what is no share. */
final class Words {
    private Words() {}

    /** A name that may be long, cut for a drawing; whole characters only. */
    static String shortened(String name, int longest) {
        return name.codePointCount(0, name.length()) <= longest
                ? name
                : name.substring(0, name.offsetByCodePoints(0, longest - 1)).stripTrailing() + "…";
    }

    /** {@code 0.034}, or {@code < 0.001}, which no line breaks. */
    static String p(double value) {
        return value < 0.001 ? "<\u00a00.001" : Decimals.fixed(value, 3);
    }

    static String upperFirst(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
