package io.stipple.model;

import org.jspecify.annotations.Nullable;

/**
 * Whether a region's pigment changed its hue between two healed stages. Fresh stages are left out: blood around new dots
 * takes green light as pigment does. A session in between may have added other pigment: then the drift is that of the
 * mixture.
 *
 * @param view such as {@code top}
 * @param region such as {@code frontal}
 * @param from the earlier stage
 * @param to the later stage
 * @param skinOf stage whose photo gives the fixed skin that both are laid on; null where none does
 * @param fromHue at the earlier stage; null where unknown
 * @param toHue at the later stage; null where unknown
 * @param shift {@code toHue} minus {@code fromHue}; null where one of them is unknown
 * @param verdict whether the shift lies outside the ellipse that holds 95 % of shifts from noise alone
 * @param reason why it cannot be told, else empty
 */
public record HueDrift(
        String view,
        String region,
        Stage from,
        Stage to,
        @Nullable Stage skinOf,
        @Nullable PigmentHue fromHue,
        @Nullable PigmentHue toHue,
        @Nullable HueShift shift,
        ChangeVerdict verdict,
        String reason) {
    public HueDrift {
        boolean told = verdict != ChangeVerdict.CANNOT_TELL;
        if (told != (shift != null) || told != reason.isEmpty()) {
            throw new IllegalArgumentException("hue of " + region + " of " + view + " from " + from + " to " + to
                    + ": a shift belongs to a verdict, a reason to none");
        }
    }
}
