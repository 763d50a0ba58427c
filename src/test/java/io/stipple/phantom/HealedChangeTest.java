package io.stipple.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealedChangeTest {
    private static final PhantomSettings USUAL =
            PhantomSettings.defaults().withSeed(11).withStages(3);
    private static final HeadSurface HEAD = HeadSurface.seeded(11);
    private static final int SETTLED = 2;
    private static final int LATER = 3;

    @Test
    void theVisitIsTheNextSettledOneAndComesLater() {
        StagePlan plan = StagePlan.of(USUAL.withHealedChangePct(0.0));
        assertThat(plan.stages().get(LATER).name()).isEqualTo("session-2-settled");
        assertThat(plan.dates().get(LATER)).isAfter(plan.dates().get(SETTLED));
        assertThat(plan.dates().subList(0, LATER)).isEqualTo(StagePlan.of(USUAL).dates());
    }

    @Test
    void unchangedDotsAreExactlyAsTheyWere() {
        assertThat(dots(0))
                .isNotEmpty()
                .allSatisfy(dot -> assertThat(lifeAt(dot, LATER)).isEqualTo(lifeAt(dot, SETTLED)));
    }

    @Test
    void everyRegionLosesItsShareToTheDotAndTheOthersStay() {
        List<PlannedDot> dots = dots(-15);
        for (ScalpRegion region : ScalpRegion.STANDARD) {
            List<PlannedDot> settled = dots.stream()
                    .filter(dot -> dot.region().equals(region.name()) && dot.alive(SETTLED))
                    .toList();
            List<PlannedDot> later =
                    settled.stream().filter(dot -> dot.alive(LATER)).toList();
            assertThat(settled.size() - later.size()).as(region.name()).isEqualTo(Math.round(0.15 * settled.size()));
            assertThat(later).allSatisfy(dot -> assertThat(lifeAt(dot, LATER)).isEqualTo(lifeAt(dot, SETTLED)));
        }
        assertThat(dots).filteredOn(dot -> !dot.alive(SETTLED)).noneMatch(dot -> dot.alive(LATER));
    }

    @Test
    void photosBeforeItAreTheSameBytesAsWithoutIt(@TempDir Path folder) throws IOException {
        PhantomSettings small = USUAL.withMegapixels(0.4);
        PhantomRenderer.render(small, folder.resolve("usual"), name -> {});
        PhantomTruth truth =
                PhantomRenderer.render(small.withHealedChangePct(-15.0), folder.resolve("changed"), name -> {});
        for (String photo : List.of("before/top.jpg", "session-1/top.jpg", "session-1-settled/top.jpg")) {
            assertThat(folder.resolve("changed").resolve(photo))
                    .hasSameBinaryContentAs(folder.resolve("usual").resolve(photo));
        }
        assertThat(folder.resolve("changed/session-2-settled/top.jpg")).exists();
        for (RegionTruth region : truth.regions("top")) {
            ChangeTruth change =
                    region.between(truth.photo("top", "session-1-settled"), truth.photo("top", "session-2-settled"));
            // An outline holds a part of its region's dots, 100 or more: four standard errors of chance.
            assertThat(change.densityChangePct())
                    .as(region.outline().name())
                    .isBetween(-15 - 400 * Math.sqrt(0.15 * 0.85 / 100), -1.0);
            assertThat(change.pigmentChangePct()).isZero();
            assertThat(change.contrastChangePct()).isZero();
        }
    }

    @Test
    void itNeedsASettledStageAndOnlyTakesDotsAway() {
        assertThatThrownBy(() -> USUAL.withStages(4).withHealedChangePct(0.0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("last of 4");
        assertThatThrownBy(() -> USUAL.withHealedChangePct(15.0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-100");
    }

    private static List<PlannedDot> dots(double changePct) {
        PhantomSettings settings = USUAL.withHealedChangePct(changePct);
        return DotPlan.of(settings, HEAD, StagePlan.of(settings).stages());
    }

    private static double[] lifeAt(PlannedDot dot, int stage) {
        return new double[] {dot.radiusMm()[stage], dot.softnessMm()[stage], dot.od()[stage]};
    }
}
