package io.stipple.change;

import io.stipple.model.ErrorPart;
import io.stipple.model.Interval;
import io.stipple.model.PercentChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the density of a treated region changed, and whether that is more than noise.
 *
 * <p>The noise floor is what repeat shots tell, and never less than the photos' own noise; without repeats it is the
 * photos' own noise and the stated default for photographing again. A change is real when it is beyond the floor and
 * its interval does not hold 0.
 *
 * @param judged the change with its interval
 * @param mdc95Pct the smallest change that is more than noise, %
 */
record DensityChange(Judged judged, double mdc95Pct) {
    /** The change from one counted region, whose density is clear of 0, to another. */
    static DensityChange of(
            Region.Counted from, Region.Counted to, @Nullable NoiseFloor floor, ChangeSettings settings) {
        Estimate before = from.density(settings);
        Estimate after = to.density(settings);
        Estimate ratio = after.over(before);
        List<ErrorPart> parts = new ArrayList<>();
        addParts(from, parts, settings);
        addParts(to, parts, settings);
        double own = 100 * Math.hypot(before.relativeSe(), Math.min(1, after.relativeSe())) / Math.sqrt(2);
        double semPct = floor == null ? Math.hypot(own, settings.rephotographSemPct()) : Math.max(own, floor.semPct());
        if (floor != null && semPct > own) {
            double beyondOwn = Math.sqrt(2 * (semPct * semPct - own * own)) / 100;
            ratio = ratio.blurred(beyondOwn);
            parts.add(new ErrorPart("repeats, beyond the photos' own noise", beyondOwn));
        }
        Interval interval = ratio.interval95();
        PercentChange change = new PercentChange(
                100 * (ratio.value() - 1), new Interval(100 * (interval.lo() - 1), 100 * (interval.hi() - 1)));
        return new DensityChange(new Judged(change, parts), NoiseFloor.mdc95(semPct));
    }

    /** Whether the change is more than noise. */
    boolean real() {
        PercentChange change = judged.figure();
        return Math.abs(change.pct()) > mdc95Pct && !change.interval95().contains(0);
    }

    private static void addParts(Region.Counted region, List<ErrorPart> parts, ChangeSettings settings) {
        String stage = region.stage().name();
        for (ErrorPart part : region.count().parts(settings)) {
            parts.add(new ErrorPart(part.source() + ", " + stage, part.relativeSe()));
        }
        parts.add(new ErrorPart("own area, " + stage, settings.ownAreaRelativeSe()));
    }
}
