package io.stipple.cohort;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * One mean for each client: the client is the unit, as the regions, sessions and photos of one head are alike and would
 * pass for more evidence than they are.
 */
final class ClientMeans {
    private final SortedMap<String, List<Double>> values = new TreeMap<>();

    /** The means of what stands in some rows. */
    static <T> ClientMeans of(Collection<T> rows, Function<T, String> client, ToDoubleFunction<T> value) {
        ClientMeans means = new ClientMeans();
        rows.forEach(row -> means.values
                .computeIfAbsent(client.apply(row), key -> new ArrayList<>())
                .add(value.applyAsDouble(row)));
        return means;
    }

    static ClientMeans ofKept(Collection<KeptDots> rows) {
        return of(rows, KeptDots::client, KeptDots::retainedPct);
    }

    Set<String> clients() {
        return values.keySet();
    }

    /** How many values the means are of. */
    int comparisons() {
        return values.values().stream().mapToInt(List::size).sum();
    }

    /** Mean by client, in the order of their names. */
    SortedMap<String, Double> means() {
        SortedMap<String, Double> means = new TreeMap<>();
        values.forEach((client, all) -> means.put(client, new Sample(all).mean()));
        return means;
    }

    Sample sample() {
        return new Sample(means().values());
    }

    /** The sample without some clients. */
    Sample sampleWithout(Set<String> others) {
        SortedMap<String, Double> means = means();
        means.keySet().removeAll(others);
        return new Sample(means.values());
    }
}
