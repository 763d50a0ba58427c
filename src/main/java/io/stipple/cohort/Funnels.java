package io.stipple.cohort;

import io.stipple.cohort.Factor.Group;
import io.stipple.cohort.Funnel.FunnelPlace;
import io.stipple.cohort.Funnel.FunnelPoint;
import io.stipple.model.Interval;
import java.util.List;

/** Groups among the limits of what chance alone does. */
final class Funnels {
    private Funnels() {}

    /**
     * The funnel of a factor.
     *
     * @param all retention over all groups, which is the target
     */
    static Funnel of(RetentionGroups groups, ClientMeans all, CohortSettings settings) {
        String factor = groups.factor().word();
        Sample clients = all.sample();
        if (clients.size() < 2 * settings.fewestClients()) {
            return new Funnel(
                    factor,
                    null,
                    null,
                    clients.size(),
                    List.of(),
                    "fewer than " + 2 * settings.fewestClients() + " clients");
        }
        ControlLimits limits = new ControlLimits(clients.mean(), clients.sd());
        List<FunnelPoint> points = groups.shown().stream()
                .filter(Group::noted)
                .map(group -> point(group.name(), groups.meansOf(group).sample(), limits))
                .toList();
        // One group alone is the target, or nearly.
        return points.size() < 2
                ? new Funnel(
                        factor,
                        limits.target(),
                        limits.sd(),
                        clients.size(),
                        List.of(),
                        "fewer than two groups of " + settings.fewestClients() + " clients or more")
                : new Funnel(factor, limits.target(), limits.sd(), clients.size(), points, "");
    }

    private static FunnelPoint point(String group, Sample clients, ControlLimits limits) {
        double mean = clients.mean();
        Interval limits95 = limits.limits95(clients.size());
        Interval limits998 = limits.limits998(clients.size());
        FunnelPlace place = limits95.contains(mean)
                ? FunnelPlace.INSIDE
                : limits998.contains(mean) ? FunnelPlace.OUTSIDE_95 : FunnelPlace.OUTSIDE_998;
        return new FunnelPoint(group, clients.size(), mean, limits95, limits998, place);
    }
}
