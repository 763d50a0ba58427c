package io.stipple.change;

import io.stipple.model.Change;
import io.stipple.model.ChangeVerdict;
import io.stipple.model.Interval;
import io.stipple.model.PercentChange;
import io.stipple.model.ScalpGeometry;
import org.jspecify.annotations.Nullable;

/**
 * One region compared between two stages.
 *
 * @param view such as {@code top}
 * @param region such as {@code frontal}
 * @param pair the stages
 * @param from the region at the earlier
 * @param to the region at the later
 * @param reference geometry of the view's reference photo; null where unknown
 * @param floor of density from repeats; null where there are too few
 * @param settings how to judge
 */
record Comparison(
        String view,
        String region,
        StagePair pair,
        Region from,
        Region to,
        @Nullable ScalpGeometry reference,
        @Nullable NoiseFloor floor,
        ChangeSettings settings) {

    /** The row of {@code changes.csv}. */
    Change change() {
        Region.Counted earlier = from.counted(settings);
        Region.Counted later = to.counted(settings);
        if (earlier == null) {
            return untold(pair.from() + " " + from.whyNot(settings));
        }
        if (later == null) {
            return untold(pair.to() + " " + to.whyNot(settings));
        }
        DotFates fates = DotFates.of(region, earlier.dots(), earlier.photo(), later.dots(), later.photo());
        Estimate before = earlier.density(settings);
        Estimate after = later.density(settings);
        boolean treated = before.value() >= settings.untreatedBelowPerCm2()
                && before.interval95().lo() > 0;
        return treated ? ofTreated(earlier, later, fates, before, after) : ofUntreated(fates, before, after);
    }

    private Change ofTreated(
            Region.Counted earlier, Region.Counted later, DotFates fates, Estimate before, Estimate after) {
        double addedPerMm2 = fates.added().size() / (later.areaCm2() * 100);
        double foundInBoth = earlier.figures().completeness() * later.figures().completeness();
        double semPct = semPct(before, after);
        PercentChange density = density(before, after, semPct);
        double mdc95Pct = new NoiseFloor(semPct, 0).mdc95Pct();
        boolean real =
                Math.abs(density.pct()) > mdc95Pct && !density.interval95().contains(0);
        DoubleDots doubles = reference == null
                ? null
                : DoubleDots.among(
                        fates.added(), earlier.dots(), earlier.figures().dots() / (earlier.areaCm2() * 100), reference);
        return new Change(
                view,
                region,
                pair.from(),
                pair.to(),
                pair.kind(),
                fates.kept().size(),
                fates.lost().size(),
                fates.added().size(),
                new Retention(settings)
                        .share(fates, earlier, later, addedPerMm2)
                        .orElse(null),
                density,
                PairedChange.ofContrast(settings).of(fates.kept(), foundInBoth).orElse(null),
                PairedChange.ofPigment(settings).of(fates.kept(), foundInBoth).orElse(null),
                mdc95Pct,
                real ? ChangeVerdict.REAL : ChangeVerdict.WITHIN_NOISE,
                "",
                doubles == null ? null : doubles.count(),
                doubles == null ? null : doubles.byChance());
    }

    /** Nothing to divide by: only whether the densities differ can be told. */
    private Change ofUntreated(DotFates fates, Estimate before, Estimate after) {
        boolean apart = after.interval95().lo() > before.interval95().hi()
                || before.interval95().lo() > after.interval95().hi();
        return new Change(
                view,
                region,
                pair.from(),
                pair.to(),
                pair.kind(),
                fates.kept().size(),
                fates.lost().size(),
                fates.added().size(),
                null,
                null,
                null,
                null,
                null,
                apart ? ChangeVerdict.REAL : ChangeVerdict.WITHIN_NOISE,
                "",
                null,
                null);
    }

    private Change untold(String reason) {
        return new Change(
                view,
                region,
                pair.from(),
                pair.to(),
                pair.kind(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                ChangeVerdict.CANNOT_TELL,
                reason,
                null,
                null);
    }

    /** Standard error of one density: what repeats tell, and never less than the photos' own noise. */
    private double semPct(Estimate before, Estimate after) {
        double own = 100 * Math.hypot(before.relativeSe(), Math.min(after.relativeSe(), 1)) / Math.sqrt(2);
        return floor == null ? Math.hypot(own, settings.rephotographSemPct()) : Math.max(own, floor.semPct());
    }

    private PercentChange density(Estimate before, Estimate after, double semPct) {
        Estimate ratio = after.over(before);
        if (floor != null) {
            double own = ratio.relativeSe();
            double repeated = Math.sqrt(2) * semPct / 100;
            if (repeated > own && Double.isFinite(own)) {
                ratio = ratio.blurred(Math.sqrt(repeated * repeated - own * own));
            }
        }
        Interval interval = ratio.interval95();
        return new PercentChange(
                100 * (ratio.value() - 1), new Interval(100 * (interval.lo() - 1), 100 * (interval.hi() - 1)));
    }
}
