package io.stipple.cohort;

import io.stipple.model.Interval;
import org.apache.commons.statistics.inference.TTest;

/**
 * Whether two groups of clients differ, without taking their spreads for the same: Welch (1947), "The generalization of
 * Student's problem when several different population variances are involved", Biometrika 34:28–35.
 *
 * @param difference mean of the one less mean of the other
 * @param interval95 its 95 % interval
 * @param t the difference over its standard error
 * @param degreesOfFreedom by Welch and Satterthwaite
 * @param p two-sided, 0..1, not corrected for other tests
 */
record Welch(double difference, Interval interval95, double t, double degreesOfFreedom, double p) {
    /**
     * The test of two samples of two values or more.
     *
     * @throws IllegalArgumentException when neither sample varies: nothing tells how sure the difference is
     */
    static Welch of(Sample one, Sample other) {
        if (!testable(one, other)) {
            throw new IllegalArgumentException("samples of " + one.size() + " and " + other.size()
                    + " values that cannot be tested: two each are needed, and some spread");
        }
        TTest.Result result = TTest.withDefaults().test(one.values(), other.values());
        double difference = one.mean() - other.mean();
        double standardError = Math.hypot(one.sd() / Math.sqrt(one.size()), other.sd() / Math.sqrt(other.size()));
        double half = Sample.quantileOfT(result.getDegreesOfFreedom()) * standardError;
        return new Welch(
                difference,
                new Interval(difference - half, difference + half),
                result.getStatistic(),
                result.getDegreesOfFreedom(),
                result.getPValue());
    }

    static boolean testable(Sample one, Sample other) {
        return one.size() > 1 && other.size() > 1 && (one.sd() > 0 || other.sd() > 0);
    }
}
