package io.stipple.change;

import io.stipple.model.FreeSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many dots to place so that enough stay, within what fits and what one session may place.
 *
 * @param toStand how many should then stand once healed, 0 or more
 * @param cut whether these are fewer than lack
 * @param sentences that say so, with their figures
 */
record Placement(int toStand, boolean cut, List<String> sentences) {
    Placement {
        sentences = List.copyOf(sentences);
    }

    /**
     * The placement for a number of dots that lack.
     *
     * @param lacking dots, above 0
     * @param keeping what share stays; empty where not known
     * @param space of the region; null where not known
     */
    static Placement of(
            double lacking,
            Optional<Keeping> keeping,
            @Nullable FreeSpace space,
            double areaCm2,
            PlanSettings settings) {
        List<String> sentences = new ArrayList<>();
        double share = keeping.map(Keeping::share).orElse(1.0);
        boolean telling = share >= settings.leastKept();
        double kept = telling ? Math.min(1, share) : 1;
        double place = lacking / kept;
        double session = settings.mostPlacedPerCm2() * areaCm2;
        double fits = space == null ? Double.POSITIVE_INFINITY : space.fits();
        double capped = Math.min(place, Math.min(session, fits));
        int toStand = (int) Math.rint(capped * kept);
        if (keeping.isEmpty()) {
            sentences.add("how many dots this client keeps is not known: some of those placed will go");
        } else if (telling) {
            sentences.add(keeping.get().sentence() + Say.format(": place about %.0f for %d to stay", capped, toStand));
        } else {
            sentences.add(keeping.get().sentence() + ": find out why before more are placed");
        }
        if (capped < place && fits <= session) {
            sentences.add(Say.format(
                    "no more than %.0f fit without landing on others (%.2f mm from every centre)",
                    fits, space == null ? 0 : space.spacingMm()));
        } else if (capped < place) {
            sentences.add(Say.format(
                    "one session places at most %.0f/cm²: the rest is for the one after it",
                    settings.mostPlacedPerCm2()));
        } else if (space == null) {
            sentences.add("whether so many fit is not known");
        }
        return new Placement(toStand, capped < place, sentences);
    }
}
