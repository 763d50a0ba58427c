package io.stipple.report;

import io.stipple.model.Advice;
import io.stipple.model.ChangeKind;
import io.stipple.model.ChangeVerdict;
import io.stipple.model.Interval;
import io.stipple.model.Measurement;
import io.stipple.model.PercentChange;
import io.stipple.model.Stage;

/** How a person reads a figure: short, with its unit and its interval. */
final class Words {
    private Words() {}

    /** {@code Session 1 settled} for {@code session-1-settled}. */
    static String label(Stage stage) {
        return switch (stage.kind()) {
            case BEFORE -> "Before";
            case SESSION -> "Session " + stage.number();
            case SETTLED -> "Session " + stage.number() + " settled";
            case RESULT -> "Result";
            case FOLLOW_UP -> "Follow-up " + stage.number();
        };
    }

    /** A code short enough for an axis: {@code 0, S1, H1, S2, H2, R, F1}. */
    static String code(Stage stage) {
        return switch (stage.kind()) {
            case BEFORE -> "0";
            case SESSION -> "S" + stage.number();
            case SETTLED -> "H" + stage.number();
            case RESULT -> "R";
            case FOLLOW_UP -> "F" + stage.number();
        };
    }

    static String kind(ChangeKind kind) {
        return switch (kind) {
            case FADING -> "Fading";
            case PLACED -> "Placed";
            case BUILD_UP -> "Build-up";
            case TOTAL -> "Total";
        };
    }

    /** {@code Add 310 dots (252 to 368)}. */
    static String advice(Advice advice) {
        return switch (advice.kind()) {
            case ADD ->
                "Add " + advice.addDots() + " dots"
                        + (advice.addDots95() == null ? "" : " (" + interval(advice.addDots95(), 0) + ")");
            case DARKER -> "Go darker";
            case LEAVE -> "Leave as it is";
            case DO_NOT_ADD -> "Do not add";
            case WAIT -> "Wait";
            case CANNOT_TELL -> "Cannot tell";
        };
    }

    static String verdict(ChangeVerdict verdict) {
        return switch (verdict) {
            case REAL -> "real";
            case WITHIN_NOISE -> "within noise";
            case CANNOT_TELL -> "cannot tell";
        };
    }

    /** {@code 84 dots/cm2 (79 to 90)}; for measured regions only. */
    static String density(Measurement measured) {
        var dots = measured.dots();
        if (dots == null) {
            throw new IllegalArgumentException("region " + measured.region() + " has no density");
        }
        int places = places(dots.densityPerCm2());
        return Decimals.fixed(dots.densityPerCm2(), places) + " dots/cm2 (" + interval(dots.density95(), places) + ")";
    }

    /** {@code +12 % (8 to 16 %)}. */
    static String change(PercentChange change) {
        int places = places(change.pct());
        return signed(change.pct(), places) + " % (" + interval(change.interval95(), places) + " %)";
    }

    /** {@code 96 % (93 to 98 %)}: a share, without a sign. */
    static String share(PercentChange share) {
        return Decimals.fixed(share.pct(), 1) + " % (" + interval(share.interval95(), 1) + " %)";
    }

    /** {@code 79 to 90}; one-sided where one end is open. */
    static String interval(Interval interval, int places) {
        boolean below = Double.isFinite(interval.lo());
        boolean above = Double.isFinite(interval.hi());
        if (below && above) {
            return Decimals.fixed(interval.lo(), places) + " to " + Decimals.fixed(interval.hi(), places);
        }
        if (below) {
            return "at least " + Decimals.fixed(interval.lo(), places);
        }
        return above ? "at most " + Decimals.fixed(interval.hi(), places) : "unbounded";
    }

    static String signed(double value, int places) {
        String digits = Decimals.fixed(value, places);
        return value > 0 && !digits.matches("0(\\.0+)?") ? "+" + digits : digits;
    }

    /** Three significant digits, and no decimals from 100: what an interval of a few per cent can bear. */
    static int places(double value) {
        double size = Math.abs(value);
        return size >= 100 ? 0 : size >= 1 ? 1 : 2;
    }
}
