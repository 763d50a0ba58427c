package io.stipple.change;

/** How sure an interval is: 95 of 100, throughout. */
final class Confidence {
    /** Standard deviations from the middle of a normal distribution to either end of its central 95 %. */
    static final double Z95 = 1.959963984540054;

    /** Median distance from the middle of a round two-dimensional normal distribution, in standard deviations. */
    static final double MEDIAN_RADIUS = Math.sqrt(2 * Math.log(2));

    private Confidence() {}
}
