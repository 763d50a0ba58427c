package io.stipple.tone;

import io.stipple.model.Lab;

/**
 * The individual typology angle of skin, atan2(L* − 50, b*) in degrees: above 55 very light, 41–55 light, 28–41
 * intermediate, 10–28 tan, −30–10 brown, below −30 dark.
 *
 * <p>Chardon, Cretois and Hourseau (1991), "Skin colour typology and suntanning pathways", International Journal of
 * Cosmetic Science 13:191–208.
 */
public final class ItaAngle {
    private ItaAngle() {}

    /** The angle of a skin colour, degrees. */
    public static double degrees(Lab skin) {
        return Math.toDegrees(Math.atan2(skin.l() - 50, skin.b()));
    }
}
