package io.stipple.cohort;

import io.stipple.cohort.CohortFigures.MeanFigure;
import io.stipple.cohort.CohortFigures.SessionFigure;
import io.stipple.model.Interval;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** How much of the last healed density stood after each session, of finished treatments and of the others apart. */
final class SessionFigures {
    private SessionFigures() {}

    static List<SessionFigure> of(Collection<ReachedShare> shares, CohortSettings settings) {
        List<SessionFigure> figures = new ArrayList<>();
        for (boolean finished : new boolean[] {true, false}) {
            List<ReachedShare> some = shares.stream()
                    .filter(share -> share.finished() == finished)
                    .toList();
            for (int session :
                    new TreeSet<>(some.stream().map(ReachedShare::session).toList())) {
                figures.add(figure(
                        finished,
                        session,
                        some.stream()
                                .filter(share -> share.session() == session)
                                .toList(),
                        settings));
            }
        }
        return figures;
    }

    private static SessionFigure figure(
            boolean finished, int session, List<ReachedShare> shares, CohortSettings settings) {
        ClientMeans means = ClientMeans.of(shares, ReachedShare::client, ReachedShare::pct);
        Sample clients = means.sample();
        if (clients.size() < settings.fewestClients()) {
            String few = "fewer than " + settings.fewestClients() + " clients";
            return new SessionFigure(
                    finished, session, MeanFigure.hidden(clients.size(), means.comparisons(), few), null, few);
        }
        boolean enough = clients.size() >= settings.middleClients();
        return new SessionFigure(
                finished,
                session,
                MeanFigure.of(means, ""),
                enough ? new Interval(clients.quantile(0.05), clients.quantile(0.95)) : null,
                enough ? "" : "fewer than " + settings.middleClients() + " clients");
    }
}
