package io.stipple.tone;

import io.stipple.model.ChangeVerdict;
import io.stipple.model.HueShift;
import io.stipple.model.Interval;
import io.stipple.model.Lab;
import io.stipple.model.PigmentHue;

/**
 * Turns the colour of pigment into CIELAB and compares it between photos.
 *
 * <p>Dots of every photo are laid on one fixed skin at one fixed density: only the hue of the pigment is left to differ,
 * in units that an eye knows.
 */
public final class PigmentHues {
    private static final double Z95 = 1.959963984540054;
    // A round two-dimensional normal distribution has 95 % within this squared distance.
    private static final double SQUARED_95 = -2 * Math.log(0.05);
    // Of a ratio of densities: small against what bends Lab, large against rounding.
    private static final double STEP = 1e-3;

    private final LinearRgb skin;
    private final Lab skinLab;
    private final HueSettings settings;

    /** @param skin that dots of all photos are laid on; {@linkplain LinearRgb#lit lit} */
    public PigmentHues(LinearRgb skin, HueSettings settings) {
        if (!skin.lit()) {
            throw new IllegalArgumentException("skin " + skin + " is black in a channel");
        }
        this.skin = skin;
        this.skinLab = CieLab.of(skin);
        this.settings = settings;
    }

    /** The hue of this pigment on the fixed skin. */
    public PigmentHue of(DotColour colour) {
        double[] hue = hue(colour.red(), colour.blue());
        return new PigmentHue(hue[0], hue[1], colour.dots());
    }

    /**
     * What became of the hue, with intervals from the scatter over dots and from what all dots of a photo share.
     */
    public HueShift shift(DotColour from, DotColour to) {
        Drift drift = drift(from, to);
        return new HueShift(drift.a, around(drift.a, drift.varianceA), drift.b, around(drift.b, drift.varianceB));
    }

    /** Whether the shift lies outside the ellipse that holds 95 % of shifts from noise alone: both figures as one. */
    public ChangeVerdict verdict(DotColour from, DotColour to) {
        return drift(from, to).squaredDistance() > SQUARED_95 ? ChangeVerdict.REAL : ChangeVerdict.WITHIN_NOISE;
    }

    private record Drift(double a, double b, double varianceA, double varianceB, double covariance) {
        double squaredDistance() {
            double determinant = varianceA * varianceB - covariance * covariance;
            return (a * a * varianceB - 2 * a * b * covariance + b * b * varianceA) / determinant;
        }
    }

    private Drift drift(DotColour from, DotColour to) {
        double[] before = hue(from.red(), from.blue());
        double[] after = hue(to.red(), to.blue());
        double[] one = covariance(from);
        double[] other = covariance(to);
        return new Drift(
                after[0] - before[0], after[1] - before[1], one[0] + other[0], one[1] + other[1], one[2] + other[2]);
    }

    private static Interval around(double value, double variance) {
        double half = Z95 * Math.sqrt(variance);
        return new Interval(value - half, value + half);
    }

    /** Δa* and Δb* of a dot of the settings' density, minus the skin below it. */
    private double[] hue(double red, double blue) {
        Lab dot = CieLab.of(DotColour.under(skin, settings.density(), red, blue));
        return new double[] {dot.a() - skinLab.a(), dot.b() - skinLab.b()};
    }

    /** Variance of Δa*, of Δb*, and their covariance, by the slopes of Lab at this colour. */
    private double[] covariance(DotColour colour) {
        double[] byRed = slope(colour, STEP, 0);
        double[] byBlue = slope(colour, 0, STEP);
        double red = squared(colour.redSe()) + squared(settings.photoRelativeSe() * colour.red());
        double blue = squared(colour.blueSe()) + squared(settings.photoRelativeSe() * colour.blue());
        double both = colour.correlation() * colour.redSe() * colour.blueSe();
        return new double[] {
            byRed[0] * byRed[0] * red + byBlue[0] * byBlue[0] * blue + 2 * byRed[0] * byBlue[0] * both,
            byRed[1] * byRed[1] * red + byBlue[1] * byBlue[1] * blue + 2 * byRed[1] * byBlue[1] * both,
            byRed[0] * byRed[1] * red
                    + byBlue[0] * byBlue[1] * blue
                    + (byRed[0] * byBlue[1] + byRed[1] * byBlue[0]) * both
        };
    }

    private double[] slope(DotColour colour, double inRed, double inBlue) {
        double[] up = hue(colour.red() + inRed, colour.blue() + inBlue);
        double[] down = hue(colour.red() - inRed, colour.blue() - inBlue);
        return new double[] {(up[0] - down[0]) / (2 * STEP), (up[1] - down[1]) / (2 * STEP)};
    }

    private static double squared(double value) {
        return value * value;
    }
}
