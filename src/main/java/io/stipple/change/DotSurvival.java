package io.stipple.change;

import io.stipple.model.Interval;
import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import io.stipple.model.StageKind;
import io.stipple.model.SurvivalCurve;
import io.stipple.model.TrackedDot;
import io.stipple.model.Wilson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long dots last, region by region: when a dot goes is known only to lie between two visits.
 *
 * <p>Followed are dots first seen fresh, right after the session that placed them. A dot seen again after a visit that
 * missed it was there all the time. One not seen at the last visit went between the last visit that saw it and the
 * next. The interval is Wilson's, for the dots that were followed to that age or went before it.
 */
public final class DotSurvival {
    private DotSurvival() {}

    /**
     * The curve of a region; empty where a date is missing or no dot was first seen at a session.
     *
     * @param stages visits of this view, with their dates
     * @param dots by stage name
     */
    public static Optional<SurvivalCurve> of(
            String view, String region, List<StageInfo> stages, Map<String, List<TrackedDot>> dots) {
        List<StageInfo> visits = stages.stream()
                .filter(visit -> dots.containsKey(visit.stage().name()))
                .sorted(Comparator.comparing(StageInfo::stage))
                .toList();
        List<Turnbull.Lifetime> lifetimes = lifetimes(region, visits, dots);
        if (lifetimes.isEmpty()) {
            return Optional.empty();
        }
        List<SurvivalCurve.Step> steps = new ArrayList<>();
        double left = 1;
        for (Turnbull.Mass mass : Turnbull.of(lifetimes)) {
            left = Math.max(0, left - mass.share());
            if (mass.until() < Double.POSITIVE_INFINITY && mass.share() > 0) {
                double known = lifetimes.stream()
                        .filter(life -> life.until() <= mass.until() || life.after() >= mass.until())
                        .count();
                Interval interval = Wilson.interval(left * known, known);
                steps.add(new SurvivalCurve.Step(mass.after(), mass.until(), left, interval));
            }
        }
        return Optional.of(new SurvivalCurve(view, region, lifetimes.size(), steps));
    }

    private static List<Turnbull.Lifetime> lifetimes(
            String region, List<StageInfo> visits, Map<String, List<TrackedDot>> dots) {
        Map<Integer, int[]> seen = new HashMap<>();
        for (int visit = 0; visit < visits.size(); visit++) {
            for (TrackedDot dot : dots.getOrDefault(visits.get(visit).stage().name(), List.of())) {
                if (region.equals(dot.region())) {
                    int at = visit;
                    seen.computeIfAbsent(dot.track(), track -> new int[] {at, at})[1] = at;
                }
            }
        }
        List<Turnbull.Lifetime> lifetimes = new ArrayList<>();
        for (int[] firstAndLast : seen.values()) {
            Stage placed = visits.get(firstAndLast[0]).stage();
            // First seen before any session it is no dot, and first seen at the last visit nothing is known of it.
            if (placed.kind() == StageKind.SESSION && firstAndLast[0] < visits.size() - 1) {
                lifetime(firstAndLast[0], firstAndLast[1], visits).ifPresent(lifetimes::add);
            }
        }
        return lifetimes;
    }

    private static Optional<Turnbull.Lifetime> lifetime(int first, int last, List<StageInfo> visits) {
        Optional<Double> after = Days.between(visits.get(first), visits.get(last));
        Optional<Double> until = last + 1 < visits.size()
                ? Days.between(visits.get(first), visits.get(last + 1))
                : Optional.of(Double.POSITIVE_INFINITY);
        return after.isPresent() && until.isPresent() && until.get() > after.get()
                ? Optional.of(new Turnbull.Lifetime(after.get(), until.get()))
                : Optional.empty();
    }
}
