package io.stipple.dots;

/**
 * How the optical density of a dot follows from the light that it takes. Density is -ln of what passes at each point, so
 * that how the pigment is spread matters: for the same light a soft dot holds less of it than a flat disc. The profile
 * as seen shows the dot through the photo's blur; its disc and what softness the blur does not explain are the dot's own.
 */
final class DotDensity {
    private static final double BIN = 0.05; // deviations of the profile as seen
    private static final int BINS = 120; // a dot ends within six of them
    private static final double LEAST_SOFTNESS = 0.1; // deviations: a sharper edge changes nothing
    private static final double DARKEST = 0.95; // share of light taken beyond which density cannot be told
    private static final int KNOTS = 960; // of shares of light from none to that one: straight between them within 2e-5

    private final double[] shape;
    private final double areaSd2;
    private final double halfWidthSd;
    private final double[] overLight = new double[KNOTS + 1];

    /**
     * The dot of a photo.
     *
     * @param cameraInSd standard deviation of the photo's own blur, in those of the profile
     */
    DotDensity(DotProfile profile, double cameraInSd) {
        double own = profile.blurInSd() * profile.blurInSd() - cameraInSd * cameraInSd;
        double softness = Math.sqrt(Math.max(LEAST_SOFTNESS * LEAST_SOFTNESS, own));
        shape = DiscProfile.blurred(profile.discInSd(), softness, BIN, BINS);
        double peak = shape[0];
        double area = 0;
        for (int i = 0; i < BINS; i++) {
            shape[i] /= peak;
            area += shape[i] * ringArea(i);
        }
        areaSd2 = area;
        halfWidthSd = halfWidth(shape);
        overLight[0] = 1;
        for (int knot = 1; knot <= KNOTS; knot++) {
            overLight[knot] = summedOverLight(DARKEST * knot / KNOTS);
        }
    }

    private static double halfWidth(double[] shape) {
        int inside = 0;
        while (inside + 1 < shape.length && shape[inside + 1] >= 0.5) {
            inside++;
        }
        double next = inside + 1 < shape.length ? shape[inside + 1] : 0;
        return BIN * (inside + 0.5 + (shape[inside] - 0.5) / (shape[inside] - next));
    }

    /** Area of the dot's light over that at its peak, in square deviations of the profile. */
    double areaSd2() {
        return areaSd2;
    }

    /** Peak share of light taken by a dot that takes {@code lightMm2} in all. */
    double peak(double lightMm2, double sdMm) {
        return Math.min(DARKEST, Math.max(1e-6, lightMm2 / (areaSd2 * sdMm * sdMm)));
    }

    /** Density summed over a dot, over the light summed over it, when its centre takes {@code peak} of the light. */
    double overLight(double peak) {
        double at = Math.max(0, Math.min(DARKEST, peak)) / DARKEST * KNOTS;
        int knot = Math.min(KNOTS - 1, (int) at);
        return overLight[knot] + (at - knot) * (overLight[knot + 1] - overLight[knot]);
    }

    private double summedOverLight(double peak) {
        double density = 0;
        double light = 0;
        for (int i = 0; i < BINS; i++) {
            double taken = peak * shape[i];
            density -= Math.log1p(-taken) * ringArea(i);
            light += taken * ringArea(i);
        }
        return density / light;
    }

    /** Radius at half of the peak, in deviations of the profile. */
    double halfWidthSd() {
        return halfWidthSd;
    }

    private static double ringArea(int i) {
        return Math.PI * BIN * BIN * (2 * i + 1);
    }
}
