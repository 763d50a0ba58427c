package io.stipple.cohort;

import io.stipple.cohort.CohortFigures.FactorFigures;
import io.stipple.cohort.CohortFigures.GroupFigure;
import io.stipple.cohort.CohortFigures.HiddenGroups;
import io.stipple.cohort.CohortFigures.MeanFigure;
import io.stipple.cohort.Factor.Group;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The groups of one factor, and which of them may be shown.
 *
 * @param factor that they are of
 * @param rows of each group, in the order of the groups
 * @param means of each group's clients
 * @param small those not to be shown
 */
record RetentionGroups(
        Factor factor,
        SortedMap<Group, List<KeptDots>> rows,
        SortedMap<Group, ClientMeans> means,
        SmallGroups<Group> small) {
    static RetentionGroups of(Factor factor, Collection<KeptDots> kept, CohortSettings settings) {
        SortedMap<Group, List<KeptDots>> rows = factor.groups(kept, settings);
        SortedMap<Group, ClientMeans> means = new TreeMap<>();
        Map<Group, Set<String>> clients = new TreeMap<>();
        rows.forEach((group, members) -> {
            ClientMeans ofGroup = ClientMeans.ofKept(members);
            means.put(group, ofGroup);
            clients.put(group, ofGroup.clients());
        });
        return new RetentionGroups(
                factor, rows, means, SmallGroups.of(clients, settings.fewestClients(), group -> !group.noted()));
    }

    /** Those that are shown, in their order. */
    List<Group> shown() {
        return rows.keySet().stream().filter(group -> !small.hides(group)).toList();
    }

    ClientMeans meansOf(Group group) {
        return Objects.requireNonNull(means.get(group));
    }

    /** The means over all noted groups but one. */
    ClientMeans meansOfOthers(Group left) {
        List<KeptDots> others = new ArrayList<>();
        rows.forEach((group, members) -> {
            if (group.noted() && !group.equals(left)) {
                others.addAll(members);
            }
        });
        return ClientMeans.ofKept(others);
    }

    FactorFigures figures() {
        List<GroupFigure> groups = shown().stream()
                .map(group -> new GroupFigure(
                        group.name(),
                        MeanFigure.of(meansOf(group), "no comparison tells"),
                        medianDays(rows.getOrDefault(group, List.of()))))
                .toList();
        return new FactorFigures(factor.word(), groups, hidden(small));
    }

    /** What is said of groups that are not shown; null where all are. */
    static @Nullable HiddenGroups hidden(SmallGroups<Group> small) {
        return small.isEmpty() ? null : new HiddenGroups(names(small.small()), names(small.also()), small.clients());
    }

    /** Clients that are in both. */
    static Set<String> both(ClientMeans one, ClientMeans other) {
        Set<String> both = new HashSet<>(one.clients());
        both.retainAll(other.clients());
        return both;
    }

    private static List<String> names(List<Group> groups) {
        return groups.stream().map(Group::name).toList();
    }

    private static @Nullable Double medianDays(List<KeptDots> rows) {
        List<Double> days = new ArrayList<>();
        for (KeptDots row : rows) {
            Integer known = row.days();
            if (known != null) {
                days.add((double) known);
            }
        }
        return days.isEmpty() ? null : new Sample(days).median();
    }
}
