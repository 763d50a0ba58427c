package io.stipple.change;

import io.stipple.model.Change;
import io.stipple.model.ChangeEvidence;
import io.stipple.model.ChangeVerdict;
import io.stipple.model.ScalpGeometry;
import java.util.List;
import java.util.Optional;
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

    /** The row of {@code changes.csv}, with what its intervals are made of. */
    ChangeEvidence evidence() {
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
        boolean treated = before.value() >= settings.untreatedBelowPerCm2()
                && before.interval95().lo() > 0;
        if (!treated) {
            return ofUntreated(fates, before, later.density(settings));
        }
        return DensityChange.of(earlier, later, floor, settings)
                .map(density -> ofTreated(earlier, later, fates, density))
                .orElseGet(() -> untold(pair.to() + " hides where " + pair.from() + " shows its dots"));
    }

    private ChangeEvidence ofTreated(
            Region.Counted earlier, Region.Counted later, DotFates fates, DensityChange density) {
        double foundInBoth = earlier.completeness() * later.foundAgain();
        double addedPerMm2 = fates.added().size() / (later.areaCm2() * 100);
        Optional<Judged> retained = new Retention(settings).share(fates, earlier, later, addedPerMm2);
        boolean alike = pair.from().kind() == pair.to().kind();
        double areaSe = from.photo().dotArea().ratioSe(to.photo().dotArea(), alike);
        Optional<Judged> contrast = PairedChange.ofContrast(areaSe, settings).of(fates.kept(), foundInBoth);
        Optional<Judged> pigment = PairedChange.ofPigment(settings).of(fates.kept(), foundInBoth);
        DoubleDots doubles = reference == null
                ? null
                : DoubleDots.among(
                        fates.added(), earlier.dots(), earlier.figures().dots() / (earlier.areaCm2() * 100), reference);
        Change change = new Change(
                view,
                region,
                pair.from(),
                pair.to(),
                pair.kind(),
                fates.kept().size(),
                fates.lost().size(),
                fates.added().size(),
                retained.map(Judged::figure).orElse(null),
                density.judged().figure(),
                contrast.map(Judged::figure).orElse(null),
                pigment.map(Judged::figure).orElse(null),
                density.mdc95Pct(),
                density.real() ? ChangeVerdict.REAL : ChangeVerdict.WITHIN_NOISE,
                "",
                doubles == null ? null : doubles.count(),
                doubles == null ? null : doubles.byChance());
        return new ChangeEvidence(
                change,
                density.judged().parts(),
                Judged.parts(retained),
                Judged.parts(contrast),
                Judged.parts(pigment),
                floor != null);
    }

    /** Nothing to divide by: only whether the densities differ can be told. */
    private ChangeEvidence ofUntreated(DotFates fates, Estimate before, Estimate after) {
        boolean apart = after.interval95().lo() > before.interval95().hi()
                || before.interval95().lo() > after.interval95().hi();
        return bare(fates, apart ? ChangeVerdict.REAL : ChangeVerdict.WITHIN_NOISE, "");
    }

    private ChangeEvidence untold(String reason) {
        return bare(null, ChangeVerdict.CANNOT_TELL, reason);
    }

    private ChangeEvidence bare(@Nullable DotFates fates, ChangeVerdict verdict, String reason) {
        Change change = new Change(
                view,
                region,
                pair.from(),
                pair.to(),
                pair.kind(),
                fates == null ? null : fates.kept().size(),
                fates == null ? null : fates.lost().size(),
                fates == null ? null : fates.added().size(),
                null,
                null,
                null,
                null,
                null,
                verdict,
                reason,
                null,
                null);
        return new ChangeEvidence(change, List.of(), List.of(), List.of(), List.of(), false);
    }
}
