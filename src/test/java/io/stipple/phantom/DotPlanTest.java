package io.stipple.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.model.StageKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class DotPlanTest {
    private static final PhantomSettings SETTINGS = PhantomSettings.defaults().withSeed(11);
    private static final HeadSurface HEAD = HeadSurface.seeded(11);
    private static final StagePlan PLAN = StagePlan.of(SETTINGS);
    private static final List<PlannedDot> DOTS = DotPlan.of(SETTINGS, HEAD, PLAN.stages());

    @Test
    void nothingIsThereBeforeAndEachSessionAdds() {
        assertThat(DOTS).noneMatch(dot -> dot.alive(0));
        for (int stage = 1; stage < PLAN.stages().size(); stage++) {
            int born = stage;
            long added = DOTS.stream().filter(dot -> dot.birth() == born).count();
            assertThat(added > 0).isEqualTo(PLAN.stages().get(stage).kind() == StageKind.SESSION);
        }
    }

    @Test
    void deadDotsStayDeadAndSurvivorsLighten() {
        for (PlannedDot dot : DOTS) {
            for (int stage = dot.birth() + 1; stage < PLAN.stages().size(); stage++) {
                if (!dot.alive(stage - 1)) {
                    assertThat(dot.alive(stage)).isFalse();
                } else if (dot.alive(stage)) {
                    assertThat(dot.od()[stage]).isLessThanOrEqualTo(dot.od()[stage - 1]);
                }
            }
        }
    }

    @Test
    void retentionAndLighteningOfARegionAreAsStated() {
        for (ScalpRegion region : ScalpRegion.STANDARD) {
            List<PlannedDot> first = DOTS.stream()
                    .filter(dot -> dot.birth() == 1 && dot.region().equals(region.name()))
                    .toList();
            double kept = first.stream().filter(dot -> dot.alive(2)).count() / (double) first.size();
            // 70 to 95 %, and three standard errors of a few hundred dots.
            assertThat(kept).as(region.name()).isBetween(0.60, 1.0);
            double lighter = first.stream()
                    .filter(dot -> dot.alive(2))
                    .mapToDouble(dot -> 1 - dot.od()[2] / dot.od()[1])
                    .average()
                    .orElseThrow();
            // 15 to 35 %, and what a quarter of scabs of up to 25 % adds.
            assertThat(lighter).as(region.name()).isBetween(0.13, 0.40);
        }
    }

    @Test
    void dotsOfOneSessionKeepTheirDistance() {
        List<PlannedDot> one = DOTS.stream()
                .filter(dot -> dot.birth() == 1 && dot.region().equals("vertex"))
                .toList();
        double nearest = Double.MAX_VALUE;
        for (int i = 0; i < one.size(); i++) {
            for (int j = 0; j < i; j++) {
                Vec apart = HEAD.point(one.get(i).rest())
                        .minus(HEAD.point(one.get(j).rest()));
                nearest = Math.min(nearest, apart.length());
            }
        }
        // 45 per cm² at most: 0.62 / √0.45 mm.
        assertThat(nearest).isGreaterThan(0.92);
    }
}
