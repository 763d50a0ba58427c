package io.stipple.cohort;

import io.stipple.model.Interval;

/**
 * Where the mean of so many clients lies by chance alone, if the group is like all: the funnel of Spiegelhalter (2005),
 * "Funnel plots for comparing institutional performance", Statistics in Medicine 24:1185–1202,
 * doi:10.1002/sim.1970. The target is the mean of all clients and the spread that between their means.
 *
 * @param target mean of all clients
 * @param sd standard deviation of one client's mean from it, 0 or more
 */
record ControlLimits(double target, double sd) {
    /** Standard deviations to either end of the central 95 % of a normal distribution. */
    private static final double Z95 = 1.959963984540054;

    /** The same of the central 99.8 %. */
    private static final double Z998 = 3.090232306167813;

    /** Between which the mean of so many clients lies in 95 of 100 groups that are like all. */
    Interval limits95(double clients) {
        return around(Z95 * sd / Math.sqrt(clients));
    }

    /** The same in 998 of 1000. */
    Interval limits998(double clients) {
        return around(Z998 * sd / Math.sqrt(clients));
    }

    private Interval around(double half) {
        return new Interval(target - half, target + half);
    }
}
