package io.stipple.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text: {@code .} decimals, no locale, no exponent, and the same digits on every JDK. */
public final class Decimals {
    private Decimals() {}

    /** With so many digits after the point, trailing zeros kept; rounds half to even. Fails on an infinity or NaN. */
    public static String fixed(double value, int places) {
        BigDecimal rounded = new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN);
        return rounded.toPlainString();
    }

    /** With at most so many significant digits, trailing zeros dropped. Fails on an infinity or NaN. */
    static String significant(double value, int digits) {
        // Not Double.toString: its digits changed between JDK 17 and 19.
        return new BigDecimal(value)
                .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .stripTrailingZeros()
                .toPlainString();
    }
}
