package io.stipple.model;

/**
 * The hue of a region's pigment in one photo: dots of one fixed density on one fixed skin, minus that skin. So fading,
 * white balance and exposure do not show in it. Sharpening and colour stored at half resolution do, and alike in photos of
 * one camera and distance: how it moves says more than where it stands.
 *
 * @param deltaA a* of the dot minus a* of the skin
 * @param deltaB b* of the dot minus b* of the skin
 * @param dots that tell it
 */
public record PigmentHue(double deltaA, double deltaB, int dots) {
    public PigmentHue {
        Check.finite("Δa*", deltaA);
        Check.finite("Δb*", deltaB);
        Check.within("dots", dots, 1, Integer.MAX_VALUE);
    }
}
