package io.stipple.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DotAreaTest {
    private static final double SE = 0.05;

    @Test
    void readingsThatScatterByTheirErrorOnlyBecomeOne() {
        Map<String, DotArea> areas =
                DotArea.among(Map.of("a", reading(0.20, SE), "b", reading(0.205, SE), "c", reading(0.21, SE)));

        assertThat(0.20 * areas.get("a").factor())
                .isCloseTo(0.21 * areas.get("c").factor(), within(1e-12));
        assertThat(areas.get("b").ownSe()).isZero();
        assertThat(areas.get("b").sharedSe()).isCloseTo(SE / Math.sqrt(3), within(1e-12));
    }

    @Test
    void anotherNeedleStaysAnother() {
        // 60 % apart with errors of 5 %: the mean says next to nothing of either.
        Map<String, DotArea> areas = DotArea.among(Map.of("a", reading(0.15, SE), "b", reading(0.24, SE)));

        assertThat(0.15 * areas.get("a").factor()).isCloseTo(0.15, within(0.005));
        assertThat(0.24 * areas.get("b").factor()).isCloseTo(0.24, within(0.005));
    }

    @Test
    void aBlurredPhotoIsToldBySharpOnes() {
        Map<String, DotArea> areas = DotArea.among(Map.of("sharp", reading(0.20, 0.03), "soft", reading(0.25, 0.3)));

        // Weights 100 to 1: a logarithmic step of 0.22, less than an error, moves the mean by 0.22 %.
        assertThat(0.25 * areas.get("soft").factor()).isCloseTo(0.20044, within(1e-5));
        assertThat(0.20 * areas.get("sharp").factor()).isCloseTo(0.20044, within(1e-5));
    }

    @Test
    void aPhotoByItselfKeepsItsReading() {
        assertThat(DotArea.among(Map.of("a", reading(0.2, SE)))).containsEntry("a", new DotArea(1, SE, 0));
        assertThat(DotArea.among(Map.of())).isEmpty();
    }

    @Test
    void photosByThemselvesAddTheirErrors() {
        DotArea one = new DotArea(1, SE, 0);

        assertThat(one.ratioSe(one, false)).isCloseTo(SE * Math.sqrt(2), within(1e-12));
        assertThat(one.ratioSe(one, true)).isCloseTo(SE * Math.sqrt(2), within(1e-12));
    }

    @Test
    void whatPhotosOfOneKindShareDropsOut() {
        DotArea shared = new DotArea(1, 0, SE);

        assertThat(shared.ratioSe(shared, true)).isZero();
        assertThat(shared.ratioSe(shared, false)).isCloseTo(SE * Math.sqrt(2), within(1e-12));
    }

    private static DotArea.Reading reading(double mm2, double relativeSe) {
        return new DotArea.Reading(mm2, relativeSe);
    }

    /** Two kinds of three photos, dots of one size each, readings off by 5 %, in 2,000 draws of a fixed seed. */
    @Test
    void statedErrorOfTheRatioIsWhatItScattersBy() {
        Random dice = new Random(7);
        List<Double> misses = new ArrayList<>();
        double stated = 0;
        for (int draw = 0; draw < 2000; draw++) {
            Map<Integer, DotArea.Reading> fresh = readings(dice, 0.25);
            Map<Integer, DotArea.Reading> settled = readings(dice, 0.20);
            DotArea before = DotArea.among(fresh).get(0);
            DotArea after = DotArea.among(settled).get(0);
            double ratio = settled.get(0).mm2() * after.factor() / (fresh.get(0).mm2() * before.factor());
            misses.add(Math.log(ratio / 0.8));
            double se = before.ratioSe(after, false);
            stated += se * se / 2000;
        }
        double scatter = Math.sqrt(
                misses.stream().mapToDouble(miss -> miss * miss).average().orElseThrow());
        // The own share is told from three photos: readings that scatter by chance are taken for true differences.
        assertThat(scatter).isBetween(0.8 * Math.sqrt(stated), 1.15 * Math.sqrt(stated));
        assertThat(scatter).isLessThan(0.85 * SE * Math.sqrt(2));
    }

    private static Map<Integer, DotArea.Reading> readings(Random dice, double area) {
        Map<Integer, DotArea.Reading> readings = new LinkedHashMap<>();
        for (int photo = 0; photo < 3; photo++) {
            readings.put(photo, reading(area * Math.exp(SE * dice.nextGaussian()), SE));
        }
        return readings;
    }
}
