package io.stipple.model;

import java.util.List;

/**
 * How long the dots of a region last, counted from the session that placed them.
 *
 * @param view such as {@code top}
 * @param region such as {@code frontal}
 * @param dots whose life was followed
 * @param steps in order of age; the curve is 1 before the first
 */
public record SurvivalCurve(String view, String region, int dots, List<Step> steps) {
    /**
     * Where the curve has come down to at an age.
     *
     * @param fromDays age at the visit that last saw the dots of this step
     * @param toDays age at the visit that missed them: they went somewhere between
     * @param survival share of dots left after it, 0..1
     * @param interval95 its 95 % interval
     */
    public record Step(double fromDays, double toDays, double survival, Interval interval95) {
        public Step {
            Check.within("age days", fromDays, 0, toDays);
            Check.within("survival", survival, 0, 1);
        }
    }

    public SurvivalCurve {
        steps = List.copyOf(steps);
    }
}
