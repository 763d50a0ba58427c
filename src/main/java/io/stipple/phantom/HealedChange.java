package io.stipple.phantom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The visit after the last: nothing was placed, some dots may have gone, and the others are exactly as they were. */
final class HealedChange {
    private HealedChange() {}

    /**
     * The dots with one more stage in their lives.
     *
     * @param changePct of the number of dots of each region, -100..0 %, met as closely as whole dots allow
     */
    static List<PlannedDot> after(List<PlannedDot> dots, double changePct, long seed) {
        Set<Integer> gone = gone(dots, -changePct / 100, seed);
        List<PlannedDot> later = new ArrayList<>();
        for (PlannedDot dot : dots) {
            later.add(new PlannedDot(
                    dot.id(),
                    dot.rest(),
                    dot.region(),
                    dot.birth(),
                    goesOn(dot.radiusMm(), gone.contains(dot.id())),
                    goesOn(dot.softnessMm(), gone.contains(dot.id())),
                    goesOn(dot.od(), gone.contains(dot.id()))));
        }
        return later;
    }

    private static Set<Integer> gone(List<PlannedDot> dots, double share, long seed) {
        Map<String, List<PlannedDot>> living = new LinkedHashMap<>();
        for (PlannedDot dot : dots) {
            if (dot.alive(dot.od().length - 1)) {
                living.computeIfAbsent(dot.region(), region -> new ArrayList<>())
                        .add(dot);
            }
        }
        Set<Integer> gone = new HashSet<>();
        living.forEach((region, here) -> {
            Dice dice = new Dice(seed, "gone when healed", region);
            for (long left = Math.round(share * here.size()); left > 0; left--) {
                gone.add(here.remove(dice.below(here.size())).id());
            }
        });
        return gone;
    }

    private static double[] goesOn(double[] byStage, boolean gone) {
        double[] longer = Arrays.copyOf(byStage, byStage.length + 1);
        longer[byStage.length] = gone ? 0 : byStage[byStage.length - 1];
        return longer;
    }
}
