package io.stipple.change;

import io.stipple.model.Change;
import io.stipple.model.ChangeKind;
import io.stipple.model.FreeSpace;
import io.stipple.model.Stage;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.jspecify.annotations.Nullable;

/** Why no dots should be added: new ones land on old ones, or none fits any more. */
final class Crowding {
    private Crowding() {}

    /**
     * What speaks against more dots, in words; empty where nothing does or nothing is known.
     *
     * @param changes of this region
     * @param session whose dots are judged; null where there was none
     * @param latest stage that the plan starts from
     * @param space of this region at that stage; null where not known
     */
    static Optional<String> reason(
            List<Change> changes,
            @Nullable Stage session,
            Stage latest,
            @Nullable FreeSpace space,
            double areaCm2,
            ChangeSettings change,
            PlanSettings settings) {
        Optional<String> doubles =
                ofSession(changes, session, latest).flatMap(placed -> doubleDots(placed, change, settings));
        if (doubles.isPresent()) {
            return doubles;
        }
        return space == null || space.fits() >= settings.leastFitsPerCm2() * areaCm2
                ? Optional.empty()
                : Optional.of(Say.format(
                        "free space is used up: %.1f %% of the region is %.2f mm away from every dot, and %d more fit",
                        space.freePct(), space.spacingMm(), space.fits()));
    }

    /** What the session placed, seen fresh; else, where that was not photographed, what it built up. */
    private static Optional<Change> ofSession(List<Change> changes, @Nullable Stage session, Stage latest) {
        return changes.stream()
                .filter(change -> change.kind() == ChangeKind.PLACED
                        ? change.to().equals(session)
                        : change.kind() == ChangeKind.BUILD_UP && change.to().equals(latest))
                .filter(change -> change.doubleDots() != null && change.doubleDotsByChance() != null)
                .min((one, other) -> one.kind().compareTo(other.kind()));
    }

    /**
     * A one-sided test of the count against a Poisson law. Its mean is what chance alone gives, more by the unevenness of
     * density within a region, and by the links that were missed: an old dot taken for a new one lies right on itself.
     */
    private static Optional<String> doubleDots(Change placed, ChangeSettings change, PlanSettings settings) {
        Integer count = placed.doubleDots();
        Double byChance = placed.doubleDotsByChance();
        if (count == null || byChance == null) {
            return Optional.empty();
        }
        int kept = placed.kept() == null ? 0 : placed.kept();
        double mean = byChance * (1 + settings.unevenness()) + change.missedLinkShare() * kept;
        if (count == 0
                || (mean > 0
                        && PoissonDistribution.of(mean).survivalProbability(count - 1) >= settings.doubleDotChance())) {
            return Optional.empty();
        }
        return Optional.of(Say.format(
                "%d of the %d dots added at %s landed on older ones; by chance alone %.1f would, %.1f with uneven density"
                        + " and missed links: so many come by chance in fewer than %.1f %% of cases",
                count,
                placed.added() == null ? 0 : placed.added(),
                placed.to(),
                byChance,
                mean,
                100 * settings.doubleDotChance()));
    }
}
