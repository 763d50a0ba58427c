package io.stipple.change;

import io.stipple.model.Interval;

/**
 * How many dots a region lacks to its goal: goal × area − dots there.
 *
 * <p>The number there is counted and knows nothing of the scale; the number wanted grows with the area and carries the
 * scale's error whole, unless the goal was measured in the same view, where only the shape of the scalp can differ. Both
 * sides of the difference are combined apart, as in {@link Estimate}.
 *
 * @param dots lacking; negative where there are too many
 * @param interval95 its 95 % interval
 */
record Shortfall(double dots, Interval interval95) {
    /**
     * @param ofSameView whether the goal was measured in the same view, its own shape's error taken in
     * @param surfaceSe relative standard error of the region's area from the shape of the head
     */
    static Shortfall of(
            Region.Counted now, Estimate goalPerCm2, boolean ofSameView, double surfaceSe, ChangeSettings settings) {
        Estimate there = now.count().there(settings);
        double areaSe = ofSameView ? surfaceSe : areaRelativeSe(now, there);
        Estimate wanted = goalPerCm2.blurred(areaSe).per(1 / now.areaCm2());
        Interval has = there.interval95();
        Interval should = wanted.interval95();
        double dots = wanted.value() - there.value();
        return new Shortfall(
                dots,
                new Interval(
                        dots - Math.hypot(wanted.value() - should.lo(), has.hi() - there.value()),
                        dots + Math.hypot(should.hi() - wanted.value(), there.value() - has.lo())));
    }

    /** What the interval of density has beyond that of the count: the error of the area. */
    private static double areaRelativeSe(Region.Counted now, Estimate there) {
        double perCm2 = now.figures().densityPerCm2();
        double highest = now.figures().density95().hi();
        double highestCount = there.interval95().hi();
        if (perCm2 <= 0 || there.value() <= 0) {
            return Math.max(0, Math.log(highest * now.areaCm2() / highestCount)) / Confidence.Z95;
        }
        double whole = Math.log(highest / perCm2);
        double ofCount = Math.log(highestCount / there.value());
        return Math.sqrt(Math.max(0, whole * whole - ofCount * ofCount)) / Confidence.Z95;
    }
}
