package io.stipple.registration;

import static io.stipple.registration.RegistrationSettings.require;

/**
 * How the shade's shift is taken out of a map.
 *
 * @param shadeMm how far the shade of a pore shifts for each unit by which the light differs ({@link
 *     LightField#differenceFrom}), mm, as a standard deviation; 0.45, from the true errors of 48 phantom photos: it only
 *     bounds how far redness may move a map
 * @param reduction of the finest working scale; 2: redness is smooth, cameras record it at half the resolution of light
 * @param rounds Gauss–Newton rounds; 3: a fourth moves a map by less than 0.02 px (TintAnchorTest)
 * @param robustFactor scale of the Geman–McClure weight, in standard deviations of the difference; 2, as at the finest level
 *     of the dense fit
 */
public record AnchorSettings(double shadeMm, int reduction, int rounds, double robustFactor) {
    public AnchorSettings {
        require("shade mm", shadeMm, 0, 5);
        require("reduction", reduction, 1, 8);
        require("rounds", rounds, 0, 100);
        require("robust factor", robustFactor, 0.5, 100);
    }

    static AnchorSettings defaults() {
        return new AnchorSettings(0.45, 2, 3, 2);
    }
}
