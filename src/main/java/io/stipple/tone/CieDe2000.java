package io.stipple.tone;

import io.stipple.model.Lab;

/**
 * The colour difference ΔE00, about 1 where an eye begins to see it.
 *
 * <p>Sharma, Wu and Dalal (2005), "The CIEDE2000 color-difference formula: implementation notes, supplementary test
 * data, and mathematical observations", Color Research and Application 30(1):21–30; parametric factors all 1. Not a
 * metric, and not continuous where two hues stand 180° apart.
 */
public final class CieDe2000 {
    private static final double POW_25_7 = Math.pow(25, 7);

    private CieDe2000() {}

    /** ΔE00 between two colours, 0 for equal ones; the order does not matter. */
    public static double difference(Lab one, Lab other) {
        double meanChroma = (Math.hypot(one.a(), one.b()) + Math.hypot(other.a(), other.b())) / 2;
        double stretch = 1.5 - 0.5 * saturation(meanChroma);
        double a1 = one.a() * stretch;
        double a2 = other.a() * stretch;
        double chroma1 = Math.hypot(a1, one.b());
        double chroma2 = Math.hypot(a2, other.b());
        double hue1 = hueDeg(a1, one.b());
        double hue2 = hueDeg(a2, other.b());

        double lightness = other.l() - one.l();
        double chroma = chroma2 - chroma1;
        boolean grey = chroma1 * chroma2 == 0; // grey has no hue
        double turn = grey ? 0 : turnDeg(hue1, hue2);
        double hue = 2 * Math.sqrt(chroma1 * chroma2) * Math.sin(Math.toRadians(turn / 2));

        double lBar = (one.l() + other.l()) / 2;
        double cBar = (chroma1 + chroma2) / 2;
        double hBar = grey ? hue1 + hue2 : meanHueDeg(hue1, hue2);
        double fromMiddle = (lBar - 50) * (lBar - 50);
        double byL = lightness / (1 + 0.015 * fromMiddle / Math.sqrt(20 + fromMiddle));
        double byC = chroma / (1 + 0.045 * cBar);
        double byH = hue / (1 + 0.015 * cBar * hueWeight(hBar));
        return Math.sqrt(byL * byL + byC * byC + byH * byH + rotation(hBar, cBar) * byC * byH);
    }

    private static double saturation(double chroma) {
        double power = Math.pow(chroma, 7);
        return Math.sqrt(power / (power + POW_25_7));
    }

    private static double hueDeg(double a, double b) {
        if (a == 0 && b == 0) {
            return 0;
        }
        double degrees = Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double turnDeg(double from, double to) {
        double turn = to - from;
        if (turn > 180) {
            return turn - 360;
        }
        return turn < -180 ? turn + 360 : turn;
    }

    private static double meanHueDeg(double one, double other) {
        double sum = one + other;
        if (Math.abs(one - other) <= 180) {
            return sum / 2;
        }
        return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
    }

    private static double hueWeight(double hue) {
        return 1
                - 0.17 * cosDeg(hue - 30)
                + 0.24 * cosDeg(2 * hue)
                + 0.32 * cosDeg(3 * hue + 6)
                - 0.20 * cosDeg(4 * hue - 63);
    }

    private static double rotation(double hue, double chroma) {
        double fromBlue = (hue - 275) / 25;
        double angle = 30 * Math.exp(-fromBlue * fromBlue);
        return -2 * saturation(chroma) * Math.sin(Math.toRadians(2 * angle));
    }

    private static double cosDeg(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}
