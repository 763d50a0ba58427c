package io.stipple.report;

import io.stipple.model.Change;
import io.stipple.model.DotFigures;
import io.stipple.model.Interval;
import io.stipple.model.Measurement;
import io.stipple.model.PercentChange;
import org.jspecify.annotations.Nullable;

/** One sentence on a region that a client understands, with no word in it that a figure does not carry. */
final class ClientSentence {
    private ClientSentence() {}

    static String of(RegionNow region) {
        Measurement now = region.now();
        DotFigures dots = now.dots();
        if (dots == null) {
            return "Dots could not be counted here: " + now.reason() + ".";
        }
        StringBuilder sentence = new StringBuilder("There are ")
                .append(number(dots.densityPerCm2()))
                .append(" dots per cm² (")
                .append(Words.interval(dots.density95(), Words.places(dots.densityPerCm2())))
                .append(")");
        Change since = region.since();
        if (since != null) {
            sentence.append(change(since));
        }
        Change fading = region.fading();
        PercentChange kept = fading == null ? null : fading.retained();
        if (fading != null && kept != null) {
            sentence.append("; of the dots seen right after ")
                    .append(Words.label(fading.from()))
                    .append(", ")
                    .append(Words.share(kept))
                    .append(" were still there once healed");
        }
        return sentence.append(".").toString();
    }

    private static String change(Change since) {
        String from = Words.label(since.from());
        PercentChange density = since.density();
        return switch (since.verdict()) {
            case CANNOT_TELL -> "; whether that has changed since " + from + " cannot be told: " + since.reason();
            case WITHIN_NOISE ->
                "; since " + from + " they have not changed by more than photographing again may show"
                        + noise(since.mdc95Pct());
            case REAL ->
                density == null
                        ? "; at " + from + " there were as good as none"
                        : ", " + number(Math.abs(density.pct())) + " % " + (density.pct() < 0 ? "fewer" : "more")
                                + " than at " + from + " (" + bounds(density) + " %)";
        };
    }

    private static String noise(@Nullable Double mdc95Pct) {
        return mdc95Pct == null ? "" : " (" + number(mdc95Pct) + " %)";
    }

    /** The interval of a change as sizes, smaller first: a real change has one sign. */
    private static String bounds(PercentChange change) {
        Interval interval = change.interval95();
        Interval size = change.pct() < 0 ? new Interval(-interval.hi(), -interval.lo()) : interval;
        return Words.interval(size, Words.places(change.pct()));
    }

    private static String number(double value) {
        return Decimals.fixed(value, Words.places(value));
    }
}
