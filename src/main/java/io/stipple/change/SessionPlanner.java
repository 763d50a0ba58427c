package io.stipple.change;

import io.stipple.model.Advice;
import io.stipple.model.AdviceKind;
import io.stipple.model.Change;
import io.stipple.model.FreeSpace;
import io.stipple.model.Interval;
import io.stipple.model.Measurement;
import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import io.stipple.model.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the next session should do, region by region.
 *
 * <p>The rules, in order; the first that speaks decides:
 *
 * <ol>
 *   <li>a session has been since the view's last photo, or that photo's dots could not be counted: cannot tell;
 *   <li>that photo is fresh, or younger than {@link ChangeSettings#healedDays()}: wait; unknown dates are only warned of;
 *   <li>the last session put dots on dots more often than chance does, no free space is left, or density is above its goal
 *       by more than noise: do not add;
 *   <li>density has no goal: cannot tell;
 *   <li>density is below its goal by more than noise: add;
 *   <li>contrast is below its goal by more than noise: go darker; else leave.
 * </ol>
 *
 * <p>Doubt speaks for less: dark cannot be made lighter, and a dot cannot be taken out.
 */
public final class SessionPlanner {
    private final ChangeSettings change;
    private final PlanSettings settings;

    public SessionPlanner(ChangeSettings change, PlanSettings settings) {
        this.change = change;
        this.settings = settings;
    }

    /**
     * One advice for each treated region that was ever photographed: views in alphabetical order, regions as first measured.
     * The regions {@code donor} and {@code reference} get none.
     *
     * @param measurements view × stage × region
     * @param changes of the case
     * @param freeSpace of the latest counted stages; may be empty
     * @param visits of the case, each with its date where one is known
     * @param target what the finished treatment should look like
     * @param evidence what else is known of the photos
     */
    public List<Advice> advice(
            List<Measurement> measurements,
            List<Change> changes,
            List<FreeSpace> freeSpace,
            List<StageInfo> visits,
            Target target,
            CaseEvidence evidence) {
        Map<String, List<Measurement>> byView = new TreeMap<>();
        for (Measurement row : measurements) {
            if (row.photo() != null) {
                byView.computeIfAbsent(row.view(), view -> new ArrayList<>()).add(row);
            }
        }
        List<Advice> advice = new ArrayList<>();
        byView.forEach((view, rows) -> {
            Goal goal = Goal.of(target, rows, evidence.view(view), change);
            lastRows(rows).forEach((region, last) -> {
                ViewEvidence known = evidence.view(view);
                Region now =
                        new Region(last, List.of(), known.photo(last.stage().name()));
                double surfaceSe = known.surfaceSe(region, change);
                advice.add(new OneRegion(view, region, last.stage(), now, surfaceSe, goal, changes, freeSpace, visits)
                        .advice());
            });
        });
        return advice;
    }

    /** The row of each treated region at its latest stage, regions as first measured. */
    private static Map<String, Measurement> lastRows(List<Measurement> rows) {
        Map<String, Measurement> last = new LinkedHashMap<>();
        for (Measurement row : rows) {
            if (!Untreated.is(row.region())) {
                last.merge(row.region(), row, (one, other) -> other.stage().compareTo(one.stage()) >= 0 ? other : one);
            }
        }
        return last;
    }

    /** The rules applied to one region. */
    private final class OneRegion {
        private final String view;
        private final String region;
        private final Stage latest;
        private final Region now;
        private final double surfaceSe;
        private final Goal goal;
        private final List<Change> changes;
        private final Optional<FreeSpace> space;
        private final List<StageInfo> visits;
        private final Healing healing;

        OneRegion(
                String view,
                String region,
                Stage latest,
                Region now,
                double surfaceSe,
                Goal goal,
                List<Change> changes,
                List<FreeSpace> freeSpace,
                List<StageInfo> visits) {
            this.view = view;
            this.region = region;
            this.latest = latest;
            this.now = now;
            this.surfaceSe = surfaceSe;
            this.goal = goal;
            this.changes = changes;
            this.visits = visits;
            this.healing = Healing.of(latest, visits, change);
            this.space = freeSpace.stream()
                    .filter(one -> one.view().equals(view)
                            && one.region().equals(region)
                            && one.stage().equals(latest))
                    .findFirst();
        }

        Advice advice() {
            if (healing.state() != Healing.State.HEALED) {
                boolean wait = healing.state() == Healing.State.HEALING;
                return advise(wait ? AdviceKind.WAIT : AdviceKind.CANNOT_TELL, List.of(healing.sentence()));
            }
            Region.Counted counted = now.counted(change);
            if (counted == null) {
                return advise(AdviceKind.CANNOT_TELL, List.of(latest + " " + now.whyNot(change)));
            }
            List<Change> own = changes.stream()
                    .filter(one -> one.view().equals(view) && one.region().equals(region))
                    .toList();
            Optional<String> crowded = Crowding.reason(
                    own,
                    Healing.sessionBefore(latest, visits),
                    latest,
                    space.orElse(null),
                    counted.areaCm2(),
                    change,
                    settings);
            return crowded.map(reason -> advise(AdviceKind.DO_NOT_ADD, List.of(reason)))
                    .orElseGet(() -> byDensity(counted));
        }

        private Advice byDensity(Region.Counted counted) {
            Estimate wanted = goal.density();
            if (wanted == null) {
                return advise(
                        AdviceKind.CANNOT_TELL,
                        List.of("there is no target: neither case.yaml gives a density nor was a donor area counted"));
            }
            Shortfall shortfall = Shortfall.of(counted, wanted, goal.ofSameView(), surfaceSe, change);
            String figures = Say.format(
                    "%s at %s, wanted are %s %s",
                    Say.density(
                            counted.figures().densityPerCm2(), counted.figures().density95()),
                    latest,
                    goal.ofSameView()
                            ? Say.density(wanted.value(), wanted.interval95())
                            : Say.format("%.0f/cm²", wanted.value()),
                    goal.densityFrom());
            Interval interval = shortfall.interval95();
            if (interval.hi() < 0) {
                return advise(AdviceKind.DO_NOT_ADD, List.of(figures + ": more than wanted, which cannot be undone"));
            }
            if (interval.lo() > 0) {
                return add(counted, shortfall, figures);
            }
            Tone tone = Tone.of(counted, goal, change);
            return advise(
                    tone.kind(),
                    List.of(
                            figures
                                    + Say.format(
                                            ": no different by more than noise (%.0f to %.0f dots would lack)",
                                            interval.lo(), interval.hi()),
                            tone.sentence()));
        }

        private Advice add(Region.Counted counted, Shortfall shortfall, String figures) {
            Optional<Keeping> keeping = Keeping.of(view, region, latest, changes);
            Placement placement =
                    Placement.of(shortfall.dots(), keeping, space.orElse(null), counted.areaCm2(), settings);
            Interval interval = shortfall.interval95();
            List<String> reasons = new ArrayList<>();
            reasons.add(figures
                    + Say.format(
                            ": %.0f dots lack (%.0f to %.0f) over %.1f cm²",
                            shortfall.dots(), interval.lo(), interval.hi(), counted.areaCm2()));
            reasons.addAll(placement.sentences());
            if (placement.toStand() == 0) {
                return advise(AdviceKind.LEAVE, reasons);
            }
            Interval toStand = new Interval(
                    Math.min(placement.toStand(), Math.rint(interval.lo())),
                    placement.cut() ? placement.toStand() : Math.max(placement.toStand(), Math.rint(interval.hi())));
            return new Advice(view, region, AdviceKind.ADD, placement.toStand(), toStand, withCaution(reasons));
        }

        private Advice advise(AdviceKind kind, List<String> reasons) {
            return new Advice(view, region, kind, null, null, withCaution(reasons));
        }

        private List<String> withCaution(List<String> reasons) {
            if (healing.sentence().isEmpty() || healing.state() != Healing.State.HEALED) {
                return reasons;
            }
            List<String> all = new ArrayList<>(reasons);
            all.add(healing.sentence());
            return all;
        }
    }
}
