package io.stipple.cohort;

import io.stipple.cohort.CohortFigures.Outlying;
import io.stipple.cohort.CohortFigures.OutlyingClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

/**
 * Clients whose retention lies far from the others', by the distance from the median in median deviations: Iglewicz and
 * Hoaglin (1993), How to Detect and Handle Outliers, ASQC. Unlike mean and SD, neither is moved by the outliers
 * themselves.
 */
final class OutlyingClients {
    /** Makes a median deviation of a normal distribution its standard deviation. */
    private static final double NORMAL = 0.6745;

    private OutlyingClients() {}

    static Outlying of(ClientMeans retained, Collection<KeptDots> kept, CohortSettings settings) {
        Sample clients = retained.sample();
        if (clients.size() < settings.outlierClients()) {
            return new Outlying(
                    null,
                    null,
                    clients.size(),
                    List.of(),
                    "fewer than " + settings.outlierClients() + " clients: what is usual cannot be told");
        }
        double median = clients.median();
        double deviation = clients.medianDeviation();
        if (deviation == 0) {
            return new Outlying(
                    median, deviation, clients.size(), List.of(), "half of the clients have the very same figure");
        }
        SortedMap<String, Double> means = retained.means();
        List<OutlyingClient> found = new ArrayList<>();
        means.forEach((client, pct) -> {
            double z = NORMAL * (pct - median) / deviation;
            if (Math.abs(z) > settings.outlierZ()) {
                found.add(new OutlyingClient(client, pct, z, lookAt(client, z < 0, kept, settings)));
            }
        });
        found.sort(Comparator.comparing((OutlyingClient one) -> -Math.abs(one.robustZ()))
                .thenComparing(OutlyingClient::client));
        return new Outlying(median, deviation, clients.size(), found, "");
    }

    /** The farthest comparison, and what is known to move a figure without any pigment lost. */
    private static List<String> lookAt(String client, boolean low, Collection<KeptDots> kept, CohortSettings settings) {
        List<KeptDots> own =
                kept.stream().filter(row -> row.client().equals(client)).toList();
        Comparator<KeptDots> byFigure = Comparator.comparing(KeptDots::retainedPct);
        KeptDots farthest =
                own.stream().min(low ? byFigure : byFigure.reversed()).orElseThrow();
        List<String> look = new ArrayList<>();
        look.add((low ? "lowest" : "highest") + " in " + farthest.region() + " (" + farthest.view() + ") after session "
                + farthest.session() + ", "
                + Percent.text(farthest.retainedPct())
                + (farthest.days() == null ? ", days to heal not known" : ", " + farthest.days() + " days healed"));
        long early = own.stream()
                .map(KeptDots::days)
                .filter(Objects::nonNull)
                .filter(days -> days < settings.healedDays())
                .count();
        if (early > 0) {
            look.add(early + " of " + own.size() + " comparisons before day " + settings.healedDays());
        }
        long scars = own.stream().filter(KeptDots::scar).count();
        if (scars > 0) {
            look.add(scars + " of " + own.size() + " comparisons in a scar");
        }
        look.add("whether the photos lie on each other and are of the same light and distance; see the case’s report");
        return look;
    }
}
