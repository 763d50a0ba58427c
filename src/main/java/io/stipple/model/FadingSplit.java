package io.stipple.model;

import org.jspecify.annotations.Nullable;

/**
 * Fading taken apart: dots that went, dots that became lighter, dots that became smaller. A null is not known.
 *
 * @param view such as {@code top}
 * @param region such as {@code frontal}
 * @param from the fresh stage
 * @param to the settled stage
 * @param lost share of dots that went
 * @param contrast change of contrast of those that stayed
 * @param diameter change of diameter of those that stayed: a scab is larger than the dot below it
 * @param healedDays from one stage to the other
 * @param redness change of a* of the skin against the reference skin; negative as redness goes
 */
public record FadingSplit(
        String view,
        String region,
        Stage from,
        Stage to,
        @Nullable PercentChange lost,
        @Nullable PercentChange contrast,
        @Nullable PercentChange diameter,
        @Nullable Integer healedDays,
        @Nullable Double redness) {}
