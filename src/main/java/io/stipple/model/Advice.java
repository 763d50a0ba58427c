package io.stipple.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the next session should do in a region, and the figures that this rests on.
 *
 * @param view such as {@code top}
 * @param region such as {@code frontal}
 * @param kind what to do
 * @param addDots how many more dots should stand once healed, 1 or more; null unless the kind is {@code ADD}
 * @param addDots95 its 95 % interval, from 0 up; null with it
 * @param reasons one or more sentences that name their figures, the deciding one first
 */
public record Advice(
        String view,
        String region,
        AdviceKind kind,
        @Nullable Integer addDots,
        @Nullable Interval addDots95,
        List<String> reasons) {
    public Advice {
        Check.named("view of an advice", view);
        Check.named("region of an advice", region);
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("advice " + kind.word() + " for " + region + " without a reason");
        }
        boolean adds = kind == AdviceKind.ADD;
        if (adds != (addDots != null) || adds != (addDots95 != null)) {
            throw new IllegalArgumentException("a number of dots belongs to the advice to add, and only to it");
        }
        if (addDots != null && addDots < 1) {
            throw new IllegalArgumentException("dots to add is " + addDots + ", below 1");
        }
    }
}
