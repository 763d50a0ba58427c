package io.stipple.change;

import io.stipple.model.ErrorPart;
import io.stipple.model.Interval;
import io.stipple.model.PercentChange;
import io.stipple.model.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the density of a treated region changed, and whether that is more than noise.
 *
 * <p>Dots are counted where both photos show the region, as {@link CommonScalp} says; the densities of the two photos on
 * their own are of the part that each shows.
 *
 * <p>The noise floor is what repeat shots tell, and never less than the photos' own noise; without repeats it is the
 * photos' own noise and the stated default for photographing again. A change is real when it is beyond the floor and
 * its interval does not hold 0.
 *
 * @param judged the change with its interval
 * @param mdc95Pct the smallest change that is more than noise, %
 */
record DensityChange(Judged judged, double mdc95Pct) {
    /**
     * The change from one counted region to another; empty where the earlier one has too few dots in the part that both
     * show for a quotient.
     */
    static Optional<DensityChange> of(
            Region.Counted from, Region.Counted to, @Nullable NoiseFloor floor, ChangeSettings settings) {
        CommonScalp common = CommonScalp.of(from, to);
        return common.ratio(settings).map(ratio -> {
            List<ErrorPart> parts = new ArrayList<>();
            addParts(from.stage(), common.from(), parts, settings);
            addParts(to.stage(), common.to(), parts, settings);
            return beyond(floor, common, ratio, parts, settings);
        });
    }

    /** The quotient under the noise of photographing again as well. */
    private static DensityChange beyond(
            @Nullable NoiseFloor floor,
            CommonScalp common,
            Estimate ofDots,
            List<ErrorPart> parts,
            ChangeSettings settings) {
        double own = 100
                * Math.hypot(
                        common.before(settings).relativeSe(),
                        Math.min(1, common.after(settings).relativeSe()))
                / Math.sqrt(2);
        Estimate ratio = ofDots;
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

    private static void addParts(Stage stage, DotCount count, List<ErrorPart> parts, ChangeSettings settings) {
        for (ErrorPart part : count.parts(settings)) {
            parts.add(new ErrorPart(part.source() + ", " + stage, part.relativeSe()));
        }
        parts.add(new ErrorPart("own area, " + stage, settings.ownAreaRelativeSe()));
    }
}
