package io.stipple.cohort;

import io.stipple.cohort.CohortFigures.GroupComparison;
import io.stipple.cohort.Factor.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Each shown group of clients against the other noted groups of its factor. */
final class Comparisons {
    private Comparisons() {}

    /** All comparisons of the report, their p-values corrected together. */
    static List<GroupComparison> of(List<RetentionGroups> factors, CohortSettings settings) {
        List<GroupComparison> plain = new ArrayList<>();
        for (RetentionGroups groups : factors) {
            if (groups.factor().compared()) {
                plain.addAll(ofFactor(groups, settings));
            }
        }
        List<Double> pValues = new ArrayList<>();
        for (GroupComparison one : plain) {
            Double p = one.p();
            if (p != null) {
                pValues.add(p);
            }
        }
        List<Double> corrected = Holm.corrected(pValues);
        List<GroupComparison> all = new ArrayList<>();
        int next = 0;
        for (GroupComparison one : plain) {
            all.add(one.p() == null ? one : withCorrected(one, corrected.get(next++)));
        }
        return all;
    }

    private static List<GroupComparison> ofFactor(RetentionGroups groups, CohortSettings settings) {
        List<Group> noted = groups.rows().keySet().stream().filter(Group::noted).toList();
        List<Group> shown = groups.shown().stream().filter(Group::noted).toList();
        if (noted.size() < 2) {
            return List.of();
        }
        if (noted.size() == 2) {
            // The second against the first would be the same test again.
            return shown.size() < 2
                    ? List.of()
                    : List.of(comparison(groups, shown.get(0), shown.get(1).name(), settings));
        }
        return shown.stream()
                .map(group -> comparison(groups, group, "the rest", settings))
                .toList();
    }

    private static GroupComparison comparison(
            RetentionGroups groups, Group group, String against, CohortSettings settings) {
        ClientMeans means = groups.meansOf(group);
        ClientMeans others = groups.meansOfOthers(group);
        Set<String> both = RetentionGroups.both(means, others);
        Sample one = means.sampleWithout(both);
        Sample other = others.sampleWithout(both);
        String reason = reason(one, other, both.size(), settings.fewestClients());
        Welch test = reason.isEmpty() ? Welch.of(one, other) : null;
        return new GroupComparison(
                groups.factor().word(),
                group.name(),
                against,
                one.size(),
                other.size(),
                both.size(),
                test == null ? null : test.difference(),
                test == null ? null : test.interval95(),
                test == null ? null : test.t(),
                test == null ? null : test.degreesOfFreedom(),
                test == null ? null : test.p(),
                null,
                reason);
    }

    private static String reason(Sample one, Sample other, int inBoth, int fewest) {
        if (one.size() < fewest || other.size() < fewest) {
            return "fewer than " + fewest + " clients on one side"
                    + (inBoth == 0 ? "" : ", as " + inBoth + " are on both and left out");
        }
        return Welch.testable(one, other) ? "" : "no client differs from another";
    }

    private static GroupComparison withCorrected(GroupComparison one, @Nullable Double pHolm) {
        return new GroupComparison(
                one.factor(),
                one.group(),
                one.against(),
                one.clients(),
                one.clientsAgainst(),
                one.inBoth(),
                one.differencePct(),
                one.interval95(),
                one.t(),
                one.degreesOfFreedom(),
                one.p(),
                pHolm,
                one.reason());
    }
}
