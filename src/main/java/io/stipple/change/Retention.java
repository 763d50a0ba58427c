package io.stipple.change;

import io.stipple.model.ErrorPart;
import io.stipple.model.Interval;
import io.stipple.model.PercentChange;
import java.util.List;
import java.util.Optional;

/**
 * The share of a stage's dots that a later stage still has, corrected for completeness in the later one and for empty
 * places that pass for a dot there.
 *
 * <p>The interval is Wilson's score interval with the variance of what is uncertain here. The dots that stayed are a
 * fact of this scalp; what varies is which of them are found again, which dots of the earlier stage were found at all
 * (a sample of nearly all of them, hence the finite-population factor), how well both shares are known, and links
 * missed or made by chance. The plain Wilson interval of kept in followed treats each dot's fate as a coin thrown
 * anew and is several times wider.
 */
final class Retention {
    private static final double HALF_A_DOT = 0.5;

    private final ChangeSettings settings;

    Retention(ChangeSettings settings) {
        this.settings = settings;
    }

    /**
     * The share in % with its interval, both within 0..100, its parts as standard errors of the share; empty when no dot was followed that is likely to be one.
     *
     * @param fates of the region's dots
     * @param from the region at the earlier stage
     * @param to the region at the later stage
     * @param addedPerMm2 density of dots in the later stage that are not of the earlier one
     */
    Optional<Judged> share(DotFates fates, Region.Counted from, Region.Counted to, double addedPerMm2) {
        int followed = fates.followed();
        double falseShare =
                Math.min(1, from.falseDots() / Math.max(1, from.figures().dots()));
        double falseDots = falseShare * followed;
        double there = followed - falseDots;
        if (there < 1) {
            return Optional.empty();
        }
        double found = to.foundAgain();
        // Of empty places this share passes for a dot, too:
        // kept = there (share found + (1 - share) empty) + falseDots empty.
        double empty = to.falselyFoundAgain();
        double byChance = 1 - Math.exp(-addedPerMm2 * Math.PI * settings.linkReachMm() * settings.linkReachMm());

        double rate = there * (found - empty);
        double wrongSquare = square(byChance * rate) + square(settings.falseRateRelativeSe() * empty * there);
        double falseSquare = (falseDots + square(settings.falseRateRelativeSe() * falseDots)) * square(found);
        double unseen = there * square(found) * (1 - from.completeness());
        double shared = square(there * to.foundAgainSe()) + square(settings.missedLinkShare() * rate) + falseSquare;
        double emptyVariance = empty * (1 - empty);
        ScoreInterval score = new ScoreInterval(
                rate,
                wrongSquare + followed * emptyVariance,
                there * (found * (1 - found) - emptyVariance) + unseen - 2 * wrongSquare,
                shared - unseen + wrongSquare);

        double kept = fates.kept().size() - followed * empty;
        double share = Math.max(0, Math.min(1, kept / rate));
        Interval interval = score.of(kept, HALF_A_DOT);
        double lo = Math.min(share, interval.lo());
        double hi = Math.min(1, Math.max(share, interval.hi()));
        List<ErrorPart> parts = List.of(
                new ErrorPart("missed again", Math.sqrt(there * share * found * (1 - found)) / rate),
                new ErrorPart("missed at first", Math.sqrt(unseen * share * (1 - share)) / rate),
                new ErrorPart("completeness", share * to.foundAgainSe() / found),
                new ErrorPart("links missed", share * settings.missedLinkShare()),
                new ErrorPart("links by chance", (1 - share) * byChance),
                new ErrorPart(
                        "empty places",
                        Math.hypot(
                                        Math.sqrt(followed * emptyVariance * (1 - share)),
                                        settings.falseRateRelativeSe() * empty * there * (1 - share))
                                / rate),
                new ErrorPart("false dots", share * Math.sqrt(falseSquare) / rate));
        return Optional.of(new Judged(new PercentChange(100 * share, new Interval(100 * lo, 100 * hi)), parts));
    }

    private static double square(double value) {
        return value * value;
    }
}
