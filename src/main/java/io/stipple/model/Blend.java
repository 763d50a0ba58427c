package io.stipple.model;

/**
 * How a region blends in with the stubble of the client's own donor area, in one photo: two photos share no absolute
 * tone.
 *
 * <p>The eye judges how much darker a place is than its own skin. So the region is relit to the donor's skin, a gain per
 * channel, before it is compared: what differs between the two skins, mostly light across a curved head, drops out and
 * stands beside as {@code skinDeltaL}.
 *
 * @param view such as {@code top}
 * @param region such as {@code frontal}
 * @param stage of the photo; redness of a fresh one is taken out with the light
 * @param donorRegion the region with the stubble
 * @param deltaE00 CIEDE2000 between the relit region with its dots and the donor with its stubble, 0 for a perfect blend
 * @param deltaL L* of the relit region minus that of the donor; negative where the region is the darker one
 * @param skinDeltaL L* of the region's dot-free skin minus that of the donor's as photographed: light and tan
 */
public record Blend(
        String view,
        String region,
        Stage stage,
        String donorRegion,
        double deltaE00,
        double deltaL,
        double skinDeltaL) {
    public Blend {
        Check.within("ΔE00 against the donor", deltaE00, 0, Double.MAX_VALUE);
        Check.finite("ΔL* against the donor", deltaL);
        Check.finite("ΔL* of the skin against the donor's", skinDeltaL);
    }
}
