package io.stipple.tone;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The mean hue of many dots as a ratio of sums (Cochran 1977, Sampling Techniques, 6.3): strong dots count for more, how
 * much pigment a dot holds drops out of the error, and weak dots cannot blow up a quotient. Dots of another hue, hair
 * and moles among them, are clipped.
 */
final class TintMean {
    private static final int ROUNDS = 3;
    // Standard deviations per median absolute deviation of a normal distribution.
    private static final double SIGMA_PER_MAD = 1.4826;

    private TintMean() {}

    /**
     * The mean; empty for fewer than {@code settings.leastDots()} dots, or where they are no darker than skin.
     *
     * @param densities of each dot in red, green and blue
     */
    static Optional<DotColour> of(List<LinearRgb> densities, HueSettings settings) {
        double[][] dots = densities.stream().map(TintMean::redBlueAll).toArray(double[][]::new);
        double[][] kept = dots;
        for (int round = 1; round < ROUNDS && kept.length >= settings.leastDots(); round++) {
            double red = ratio(kept, 0);
            double blue = ratio(kept, 1);
            double redReach = settings.clipSigma() * spread(dots, 0, red);
            double blueReach = settings.clipSigma() * spread(dots, 1, blue);
            kept = Arrays.stream(dots)
                    .filter(dot -> Math.abs(off(dot, 0, red)) <= redReach && Math.abs(off(dot, 1, blue)) <= blueReach)
                    .toArray(double[][]::new);
        }
        boolean dark = Arrays.stream(kept).mapToDouble(dot -> dot[2]).sum() > 0;
        return dark && kept.length >= settings.leastDots() ? Optional.of(colour(kept)) : Optional.empty();
    }

    private static double[] redBlueAll(LinearRgb density) {
        LinearRgb shares = DotColour.SHARES;
        double all = shares.r() * density.r() + shares.g() * density.g() + shares.b() * density.b();
        return new double[] {density.r(), density.b(), all};
    }

    private static DotColour colour(double[][] dots) {
        double red = ratio(dots, 0);
        double blue = ratio(dots, 1);
        double redSquares = 0;
        double blueSquares = 0;
        double products = 0;
        double sum = 0;
        for (double[] dot : dots) {
            double offRed = off(dot, 0, red);
            double offBlue = off(dot, 1, blue);
            redSquares += offRed * offRed;
            blueSquares += offBlue * offBlue;
            products += offRed * offBlue;
            sum += dot[2];
        }
        double density = sum / dots.length;
        double perMean = density * Math.sqrt((dots.length - 1.0) * dots.length);
        double norm = Math.sqrt(redSquares * blueSquares);
        double correlation = norm > 0 ? Math.max(-1, Math.min(1, products / norm)) : 0;
        return new DotColour(
                density,
                red,
                blue,
                Math.sqrt(redSquares) / perMean,
                Math.sqrt(blueSquares) / perMean,
                correlation,
                dots.length);
    }

    private static double ratio(double[][] dots, int channel) {
        return Arrays.stream(dots).mapToDouble(dot -> dot[channel]).sum()
                / Arrays.stream(dots).mapToDouble(dot -> dot[2]).sum();
    }

    /** Density of a dot beyond what the mean hue gives it. */
    private static double off(double[] dot, int channel, double ratio) {
        return dot[channel] - ratio * dot[2];
    }

    private static double spread(double[][] dots, int channel, double ratio) {
        double[] apart = Arrays.stream(dots)
                .mapToDouble(dot -> Math.abs(off(dot, channel, ratio)))
                .sorted()
                .toArray();
        return SIGMA_PER_MAD * apart[apart.length / 2];
    }
}
