package io.stipple.change;

import io.stipple.model.ErrorPart;
import io.stipple.model.Interval;
import java.util.List;

/**
 * How many dots a region really holds, told from how many were found.
 *
 * <p>What is uncertain is this very scalp's number of dots, not the mean of all scalps that could have been: the dots
 * do not vary as a Poisson count would. Found = (there, each with the chance {@code completeness}) + falsely found; so
 * the variance of the found is that of the misses, of the false ones, of the completeness itself and of the dots that
 * a misplaced outline takes in or leaves out. An interval from the square root of the count would be three to six
 * times too wide.
 *
 * @param found dots counted in the region
 * @param expectedFalse how many of them are expected not to be dots
 * @param completeness share of the dots there that are found, above 0..1
 * @param completenessSe its standard error
 * @param areaCm2 of the region
 * @param residualMm median error of the registration that carried the outline here
 */
record DotCount(
        int found,
        double expectedFalse,
        double completeness,
        double completenessSe,
        double areaCm2,
        double residualMm) {
    private static final double HALF_A_DOT = 0.5;
    // Mean distance of a normal error from 0, in standard deviations.
    private static final double MEAN_ABSOLUTE = Math.sqrt(2 / Math.PI);

    DotCount {
        if (found < 0 || !(expectedFalse >= 0)) {
            throw new IllegalArgumentException(found + " dots found, " + expectedFalse + " of them false");
        }
        if (!(completeness > 0 && completeness <= 1 && completenessSe >= 0)) {
            throw new IllegalArgumentException(
                    "completeness " + completeness + " ± " + completenessSe + " is outside 0 (exclusive)..1");
        }
        if (!(areaCm2 > 0 && residualMm >= 0)) {
            throw new IllegalArgumentException("area " + areaCm2 + " cm², residual " + residualMm + " mm");
        }
    }

    /** The number of dots there, with its 95 % interval. */
    Estimate there(ChangeSettings settings) {
        double value = Math.max(0, found - expectedFalse) / completeness;
        ScoreInterval score = new ScoreInterval(
                completeness,
                falseVariance(settings) + outlineVariance(settings),
                completeness * (1 - completeness),
                completenessSe * completenessSe);
        Interval interval = score.of(found - expectedFalse, HALF_A_DOT);
        return new Estimate(value, new Interval(Math.min(value, interval.lo()), Math.max(value, interval.hi())));
    }

    /** What the interval is made of, relative to the number found. */
    List<ErrorPart> parts(ChangeSettings settings) {
        double one = Math.max(1, found);
        return List.of(
                new ErrorPart("missed dots", Math.sqrt(found * (1 - completeness)) / one),
                new ErrorPart("false dots", Math.sqrt(falseVariance(settings)) / one),
                new ErrorPart("completeness", completenessSe / completeness),
                new ErrorPart("registration", Math.sqrt(outlineVariance(settings)) / one));
    }

    /** False ones come by chance, and at a rate that is itself known only roughly. */
    private double falseVariance(ChangeSettings settings) {
        double rate = settings.falseRateRelativeSe() * expectedFalse;
        return expectedFalse + rate * rate;
    }

    /** Each dot between the outline and its true place is one too many or too few. */
    private double outlineVariance(ChangeSettings settings) {
        double perMm2 = found / (areaCm2 * 100);
        double perimeterMm = settings.outlineShape() * Math.sqrt(areaCm2 * 100);
        return perMm2 * perimeterMm * MEAN_ABSOLUTE * residualMm / Confidence.MEDIAN_RADIUS;
    }
}
