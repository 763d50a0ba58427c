package io.stipple.model;

/** Wilson's score interval for a share (1927, JASA 22:209–212). */
public final class Wilson {
    /** Standard deviations from the middle of a normal distribution to either end of its central 95 %. */
    private static final double Z95 = 1.959963984540054;

    private Wilson() {}

    /**
     * The 95 % interval of the share that {@code successes} of {@code trials} tell of, within 0..1; all of it for no
     * trials.
     */
    public static Interval interval(double successes, double trials) {
        if (!(successes >= 0 && successes <= trials)) {
            throw new IllegalArgumentException(successes + " successes of " + trials + " trials");
        }
        double share = trials == 0 ? 0.5 : successes / trials;
        double z2 = Z95 * Z95;
        double middle = successes + z2 / 2;
        double half = Z95 * Math.sqrt(trials * share * (1 - share) + z2 / 4);
        // Ends that are exactly 0 or 1 must not miss it by a rounding error.
        return new Interval(
                successes == 0 ? 0 : (middle - half) / (trials + z2),
                successes == trials ? 1 : (middle + half) / (trials + z2));
    }
}
