package io.stipple.phantom;

import io.stipple.model.Stage;
import io.stipple.model.StageKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The treatment: where dots are placed in each session and what becomes of each. */
final class DotPlan {
    // Strength of a fresh dot: OD 0.55 is a Weber contrast of 0.42, mid grey pigment on light skin.
    private static final double FRESH_OD = 0.55;
    private static final double OD_SPREAD = 0.15;
    private static final double RADIUS_SPREAD = 0.09;
    // Edge of a dot against its diameter: pigment spreads in the skin about as far as the needle is wide.
    private static final double SOFTNESS_SHARE = 0.12;
    private static final double SCAB_SHARE = 0.25;
    // A share of the later dots lands where the hand falls, on older ones too.
    private static final double CARELESS_SHARE = 0.08;

    private final PhantomSettings settings;
    private final HeadSurface head;
    private final List<Stage> stages;
    private final List<PlannedDot> dots = new ArrayList<>();

    private DotPlan(PhantomSettings settings, HeadSurface head, List<Stage> stages) {
        this.settings = settings;
        this.head = head;
        this.stages = stages;
    }

    /** All dots of the case, in the order of placing. */
    static List<PlannedDot> of(PhantomSettings settings, HeadSurface head, List<Stage> stages) {
        if (settings.has(Stress.UNCHANGED)) {
            return List.of();
        }
        // A healed change comes after all else, so that it leaves the dice of the stages before it as they were.
        List<PlannedDot> treated = treated(settings, head, stages.subList(0, settings.stages()));
        Double change = settings.healedChangePct();
        return change == null ? treated : HealedChange.after(treated, change, settings.seed());
    }

    private static List<PlannedDot> treated(PhantomSettings settings, HeadSurface head, List<Stage> stages) {
        DotPlan plan = new DotPlan(settings, head, stages);
        Map<String, Habit> habits = new HashMap<>();
        for (int stage = 0; stage < stages.size(); stage++) {
            boolean session = settings.has(Stress.UNCHANGED_DOTS)
                    ? stage == 0
                    : stages.get(stage).kind() == StageKind.SESSION;
            if (session) {
                plan.place(stage, habits);
            }
        }
        return plan.dots;
    }

    private void place(int stage, Map<String, Habit> habits) {
        for (ScalpRegion region : ScalpRegion.STANDARD) {
            Dice dice = new Dice(settings.seed(), "dots", region.name(), stage);
            Habit habit =
                    habits.computeIfAbsent(region.name(), name -> Habit.of(new Dice(settings.seed(), "habit", name)));
            ScalpSampler sampler = new ScalpSampler(head);
            double perCm2 = dice.between(20, 45) * region.densityFactor() * settings.density();
            double area = sampler.areaCm2(region.fromDeg(), region.toDeg(), region::contains);
            int wanted = (int) Math.round(perCm2 * area);
            // 0.62 mean spacings: as even as a hand places them, and still to be reached by throwing darts.
            double spacingMm = perCm2 > 0 ? 0.62 / Math.sqrt(perCm2 / 100) : 1;
            ScalpSampler older = olderDots(stage);
            int tries = 60 * wanted;
            int placed = 0;
            // Thrown once for each dot, not for each try: otherwise the careless ones, never turned away, would win.
            boolean careful = !dice.chance(CARELESS_SHARE);
            while (placed < wanted && tries-- > 0) {
                Vec at = sampler.draw(dice, region.fromDeg(), region.toDeg(), region.leftDeg(), region.rightDeg());
                if (careful && !older.isFree(at, settings.dotMm() * 1.1)) {
                    continue;
                }
                if (sampler.take(at, spacingMm)) {
                    dots.add(live(dots.size(), at, region.name(), stage, habit, dice));
                    placed++;
                    careful = !dice.chance(CARELESS_SHARE);
                }
            }
        }
    }

    private ScalpSampler olderDots(int stage) {
        ScalpSampler older = new ScalpSampler(head);
        for (PlannedDot dot : dots) {
            if (dot.birth() < stage && dot.alive(stage)) {
                older.takeAnyway(dot.rest());
            }
        }
        return older;
    }

    private PlannedDot live(int id, Vec at, String region, int birth, Habit habit, Dice dice) {
        int n = stages.size();
        double[] radius = new double[n];
        double[] softness = new double[n];
        double[] od = new double[n];
        double r = settings.dotMm() / 2 * dice.spread(RADIUS_SPREAD);
        double s = settings.dotMm() * SOFTNESS_SHARE * dice.between(0.8, 1.25);
        double strength = FRESH_OD * dice.spread(OD_SPREAD);
        if (settings.has(Stress.UNCHANGED_DOTS)) {
            Arrays.fill(radius, r);
            Arrays.fill(softness, s);
            Arrays.fill(od, strength);
            return new PlannedDot(id, at, region, birth, radius, softness, od);
        }
        boolean scab = dice.chance(SCAB_SHARE);
        boolean alive = true;
        for (int stage = birth; stage < n && alive; stage++) {
            boolean fresh = stage == birth;
            if (!fresh && stages.get(stage).kind() == StageKind.SETTLED) {
                boolean first = stage == birth + 1;
                alive = dice.chance(first ? habit.retention() : habit.laterRetention());
                double lighter = first ? habit.lightening() : habit.laterLightening();
                strength *= 1 - Math.max(0, lighter + 0.25 * lighter * dice.normal());
                r *= dice.between(0.95, 1.02);
                s *= first ? dice.between(1, 1.25) : dice.between(1, 1.06);
            }
            if (alive) {
                radius[stage] = fresh && scab ? r * dice.between(1.05, 1.2) : r;
                softness[stage] = s;
                od[stage] = fresh && scab ? strength * dice.between(1.05, 1.25) : strength;
            }
        }
        return new PlannedDot(id, at, region, birth, radius, softness, od);
    }

    /**
     * How a region's skin holds pigment.
     *
     * @param retention share of fresh dots that survive settling
     * @param laterRetention share that survives each later settling
     * @param lightening share of optical density a survivor loses on settling
     * @param laterLightening share it loses on each later settling
     */
    private record Habit(double retention, double laterRetention, double lightening, double laterLightening) {
        static Habit of(Dice dice) {
            return new Habit(
                    dice.between(0.70, 0.95),
                    dice.between(0.96, 0.99),
                    dice.between(0.15, 0.35),
                    dice.between(0.02, 0.07));
        }
    }
}
