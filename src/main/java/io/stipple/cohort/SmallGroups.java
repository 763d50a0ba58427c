package io.stipple.cohort;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which groups are too small to be shown, and which must go with them: whoever knows the total and all groups but one
 * knows that one too, so the hidden ones are always two or more, and together as many clients as a group needs
 * (complementary suppression; Hundepool et al. 2012, Statistical Disclosure Control, chapter 4).
 *
 * @param small those below the number
 * @param also hidden with them so that none can be worked out
 * @param clients in the hidden groups together
 */
record SmallGroups<G>(List<G> small, List<G> also, int clients) {
    SmallGroups {
        small = List.copyOf(small);
        also = List.copyOf(also);
    }

    /**
     * The groups to hide. With a lone small one goes first what nobody asks for, then the next smallest, of equals the
     * later one.
     *
     * @param leastAsked of those large enough, the ones to hide before any other
     */
    static <G extends Comparable<G>> SmallGroups<G> of(
            Map<G, Set<String>> clientsOf, int fewestClients, Predicate<G> leastAsked) {
        List<G> inTurn = clientsOf.keySet().stream()
                .sorted(Comparator.comparing((G group) -> size(clientsOf, group) >= fewestClients)
                        .thenComparing(group -> !leastAsked.test(group))
                        .thenComparing(group -> size(clientsOf, group))
                        .thenComparing(Comparator.reverseOrder()))
                .toList();
        Set<G> small = new LinkedHashSet<>();
        Set<G> also = new LinkedHashSet<>();
        Set<String> together = new HashSet<>();
        for (G group : inTurn) {
            Set<String> clients = clientsOf.getOrDefault(group, Set.of());
            int hidden = small.size() + also.size();
            if (clients.size() < fewestClients) {
                small.add(group);
            } else if (hidden > 0 && (hidden < 2 || together.size() < fewestClients)) {
                also.add(group);
            } else {
                break;
            }
            together.addAll(clients);
        }
        return new SmallGroups<>(sorted(small), sorted(also), together.size());
    }

    boolean hides(G group) {
        return small.contains(group) || also.contains(group);
    }

    boolean isEmpty() {
        return small.isEmpty();
    }

    private static <G> int size(Map<G, Set<String>> clientsOf, G group) {
        return clientsOf.getOrDefault(group, Set.of()).size();
    }

    private static <G extends Comparable<G>> List<G> sorted(Set<G> groups) {
        return new ArrayList<>(groups).stream().sorted().toList();
    }
}
