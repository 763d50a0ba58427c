package io.stipple.cohort;

import io.stipple.cohort.CohortFigures.Proportion;
import io.stipple.cohort.CohortFigures.Sessions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How many sessions clients were given, and after how many enough of their result stood. */
final class SessionCounts {
    private final double enoughPct;
    /** By client. */
    private final Map<String, Integer> given = new HashMap<>();
    /** By client with a finished case; null where such a case does not tell. */
    private final Map<String, @Nullable Integer> needed = new HashMap<>();
    /** By client with a finished case: sessions given in the finished case that had most. */
    private final Map<String, Integer> givenUntilFinished = new HashMap<>();

    SessionCounts(double enoughPct) {
        this.enoughPct = enoughPct;
    }

    /**
     * Counts a case. Of a client with several, the one with most sessions counts.
     *
     * @param shares of this case's result, after each session but the last
     */
    void add(CaseFacts facts, Collection<ReachedShare> shares) {
        int sessions = facts.sessions();
        if (sessions == 0) {
            return;
        }
        given.merge(facts.client(), sessions, Math::max);
        if (facts.finished()) {
            givenUntilFinished.merge(facts.client(), sessions, Math::max);
            Integer enough = enoughAfter(sessions, shares);
            Integer known = needed.get(facts.client());
            boolean first = !needed.containsKey(facts.client());
            needed.put(
                    facts.client(), first ? enough : enough == null || known == null ? null : Math.max(known, enough));
        }
    }

    /** The first session after which enough stood; the last one where none before did; null where a gap hides it. */
    private @Nullable Integer enoughAfter(int sessions, Collection<ReachedShare> shares) {
        Map<Integer, List<Double>> bySession = new TreeMap<>();
        shares.forEach(share -> bySession
                .computeIfAbsent(share.session(), key -> new ArrayList<>())
                .add(share.pct()));
        for (int session = 1; session < sessions; session++) {
            List<Double> regions = bySession.get(session);
            if (regions == null) {
                return null;
            }
            if (new Sample(regions).mean() >= enoughPct) {
                return session;
            }
        }
        return sessions;
    }

    int finishedClients() {
        return needed.size();
    }

    Sessions figures(int clients) {
        List<Integer> told = new ArrayList<>();
        int onlyOne = 0;
        int oneEnough = 0;
        for (Map.Entry<String, @Nullable Integer> client : needed.entrySet()) {
            Integer enough = client.getValue();
            if (enough == null) {
                continue;
            }
            told.add(enough);
            boolean one = givenUntilFinished.getOrDefault(client.getKey(), 0) == 1;
            onlyOne += one ? 1 : 0;
            oneEnough += !one && enough == 1 ? 1 : 0;
        }
        String reason = !told.isEmpty()
                ? ""
                : needed.isEmpty()
                        ? "no case is finished: none has a result or a follow-up stage"
                        : "no finished case has healed photos of each session";
        return new Sessions(
                distribution(given.values()),
                distribution(told),
                onlyOne,
                Proportion.of("one session was enough", oneEnough, told.size() - onlyOne),
                needed.size() - told.size(),
                clients - needed.size(),
                reason);
    }

    private static List<Proportion> distribution(Collection<Integer> sessions) {
        SortedMap<Integer, Integer> clients = new TreeMap<>();
        for (int number : new TreeSet<>(sessions)) {
            clients.put(
                    number, (int) sessions.stream().filter(one -> one == number).count());
        }
        return clients.entrySet().stream()
                .map(entry -> Proportion.of(
                        entry.getKey() + (entry.getKey() == 1 ? " session" : " sessions"),
                        entry.getValue(),
                        sessions.size()))
                .toList();
    }
}
