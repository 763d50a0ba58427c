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
        Map<String, DotArea> areas = DotArea.among(Map.of("a", 0.20, "b", 0.205, "c", 0.21), SE);

        assertThat(0.20 * areas.get("a").factor())
                .isCloseTo(0.21 * areas.get("c").factor(), within(1e-12));
        assertThat(areas.get("b").ownShare()).isZero();
    }

    @Test
    void anotherNeedleStaysAnother() {
        // 60 % apart with errors of 5 %: the mean says next to nothing of either.
        Map<String, DotArea> areas = DotArea.among(Map.of("a", 0.15, "b", 0.24), SE);

        assertThat(0.15 * areas.get("a").factor()).isCloseTo(0.15, within(0.005));
        assertThat(0.24 * areas.get("b").factor()).isCloseTo(0.24, within(0.005));
    }

    @Test
    void aPhotoByItselfKeepsItsReading() {
        assertThat(DotArea.among(Map.of("a", 0.2), SE)).containsEntry("a", DotArea.OWN);
        assertThat(DotArea.among(Map.of(), SE)).isEmpty();
    }

    @Test
    void photosByThemselvesAddTheirErrors() {
        assertThat(DotArea.OWN.ratioSe(DotArea.OWN, false, SE)).isCloseTo(SE * Math.sqrt(2), within(1e-12));
        assertThat(DotArea.OWN.ratioSe(DotArea.OWN, true, SE)).isCloseTo(SE * Math.sqrt(2), within(1e-12));
    }

    /** Two kinds of three photos, dots of one size each, readings off by 5 %, in 2,000 draws of a fixed seed. */
    @Test
    void statedErrorOfTheRatioIsWhatItScattersBy() {
        Random dice = new Random(7);
        List<Double> misses = new ArrayList<>();
        double stated = 0;
        for (int draw = 0; draw < 2000; draw++) {
            Map<Integer, Double> fresh = readings(dice, 0.25);
            Map<Integer, Double> settled = readings(dice, 0.20);
            DotArea before = DotArea.among(fresh, SE).get(0);
            DotArea after = DotArea.among(settled, SE).get(0);
            double ratio = settled.get(0) * after.factor() / (fresh.get(0) * before.factor());
            misses.add(Math.log(ratio / 0.8));
            double se = before.ratioSe(after, false, SE);
            stated += se * se / 2000;
        }
        double scatter = Math.sqrt(
                misses.stream().mapToDouble(miss -> miss * miss).average().orElseThrow());
        // The own share is told from three photos: readings that scatter by chance are taken for true differences.
        assertThat(scatter).isBetween(0.8 * Math.sqrt(stated), 1.15 * Math.sqrt(stated));
        assertThat(scatter).isLessThan(0.85 * SE * Math.sqrt(2));
    }

    private static Map<Integer, Double> readings(Random dice, double area) {
        Map<Integer, Double> readings = new LinkedHashMap<>();
        for (int photo = 0; photo < 3; photo++) {
            readings.put(photo, area * Math.exp(SE * dice.nextGaussian()));
        }
        return readings;
    }
}
