package io.stipple.change;

import java.util.Optional;

/**
 * The dots of a region at two visits, counted where both photos show it: its area, and with it the modelled shape of the
 * head, drops out of their quotient, and photos that hide different parts do not compare different scalp.
 *
 * @param from at the one visit
 * @param to at the other
 */
record CommonScalp(DotCount from, DotCount to) {
    static CommonScalp of(Region.Counted from, Region.Counted to) {
        return new CommonScalp(from.countAlsoSeenBy(to.photo()), to.countAlsoSeenBy(from.photo()));
    }

    /** Number of dots at the one visit, under the errors that two photos of one view do not share. */
    Estimate before(ChangeSettings settings) {
        return from.there(settings).blurred(settings.ownAreaRelativeSe());
    }

    /** Number of dots at the other. */
    Estimate after(ChangeSettings settings) {
        return to.there(settings).blurred(settings.ownAreaRelativeSe());
    }

    /** The other visit's density over the one's; empty where the one has too few dots here for a quotient. */
    Optional<Estimate> ratio(ChangeSettings settings) {
        Estimate before = before(settings);
        return before.interval95().lo() > 0 ? Optional.of(after(settings).over(before)) : Optional.empty();
    }
}
