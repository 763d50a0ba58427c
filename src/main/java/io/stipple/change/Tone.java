package io.stipple.change;

import io.stipple.model.AdviceKind;
import io.stipple.model.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Whether a region's dots should become darker: only where their contrast is below its goal by more than noise, since dark
 * cannot be made lighter.
 *
 * @param kind {@code DARKER} or {@code LEAVE}
 * @param sentence with the figures
 */
record Tone(AdviceKind kind, String sentence) {
    static Tone of(Region.Counted now, Goal goal, ChangeSettings settings) {
        Estimate wanted = goal.contrast();
        if (wanted == null) {
            return new Tone(
                    AdviceKind.LEAVE, "tone has no target: neither case.yaml nor a donor area gives a contrast");
        }
        Estimate contrast = contrast(now, settings);
        if (contrast == null) {
            return new Tone(AdviceKind.LEAVE, "contrast could not be told");
        }
        Interval is = contrast.interval95();
        Interval should = wanted.interval95();
        // Both sides are uncertain: the difference is wide by the root of the sum of squares.
        double gap = wanted.value() - contrast.value();
        boolean below = gap > Math.hypot(wanted.value() - should.lo(), is.hi() - contrast.value());
        boolean above = -gap > Math.hypot(should.hi() - wanted.value(), contrast.value() - is.lo());
        String figures = Say.format(
                "contrast %.2f (%.2f to %.2f), wanted is %.2f %s",
                contrast.value(), is.lo(), is.hi(), wanted.value(), goal.contrastFrom());
        if (below) {
            return new Tone(AdviceKind.DARKER, figures);
        }
        return new Tone(
                AdviceKind.LEAVE,
                figures
                        + (above
                                ? ": darker than wanted, which cannot be undone"
                                : ": no different by more than noise"));
    }

    /** Mean contrast of a region's dots, under the error of a photo's own reading; null where it is not known. */
    static @Nullable Estimate contrast(Region.Counted region, ChangeSettings settings) {
        Double value = region.figures().contrast();
        Double se = region.figures().contrastSe();
        if (value == null || se == null || value <= 0) {
            return null;
        }
        return Estimate.around(value, Math.hypot(se / value, settings.dotAreaRelativeSe()));
    }
}
