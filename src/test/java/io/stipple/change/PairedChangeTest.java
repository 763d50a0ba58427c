package io.stipple.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.PercentChange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairedChangeTest {
    private static final ChangeSettings SETTINGS = ChangeSettings.defaults();

    @Test
    void theChangeIsOfTheMeanOverPairs() {
        List<DotFates.Kept> pairs = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            double contrast = i % 2 == 0 ? 0.2 : 0.4;
            pairs.add(new DotFates.Kept(
                    CountedRegions.dot(i, 0, 0, contrast, 0.05),
                    CountedRegions.dot(i, 0, 0, 0.75 * contrast + 0.03, 0.04)));
        }

        PercentChange contrast = PairedChange.ofContrast(0.07, SETTINGS)
                .of(pairs, 1)
                .orElseThrow()
                .figure();
        PercentChange pigment =
                PairedChange.ofPigment(SETTINGS).of(pairs, 1).orElseThrow().figure();

        // Mean 0.30 before, 0.75 · 0.30 + 0.03 = 0.255 after.
        assertThat(contrast.pct()).isCloseTo(-15, within(1e-9));
        assertThat(pigment.pct()).isCloseTo(-20, within(1e-9));
        assertThat(contrast.interval95().contains(-15)).isTrue();
    }

    @Test
    void tooFewPairsOrNoPigmentGiveNothing() {
        List<DotFates.Kept> few = pairs(SETTINGS.leastPairs() - 1, 0.05);
        List<DotFates.Kept> bare = pairs(30, 0.0);

        assertThat(PairedChange.ofPigment(SETTINGS).of(few, 1)).isEmpty();
        assertThat(PairedChange.ofPigment(SETTINGS).of(bare, 1)).isEmpty();
    }

    @Test
    void itsIntervalIsHonestForTheDotsThatAreThere() {
        int dots = 120;
        double found = 0.95;
        Coverage.isHonest(7, random -> {
            List<DotFates.Kept> pairs = new ArrayList<>();
            double sumBefore = 0;
            double sumAfter = 0;
            double photoBefore = 1 + SETTINGS.pigmentPhotoRelativeSe() * random.nextGaussian();
            double photoAfter = 1 + SETTINGS.pigmentPhotoRelativeSe() * random.nextGaussian();
            for (int i = 0; i < dots; i++) {
                double before = 0.05 * (1 + 0.2 * random.nextGaussian());
                double after = before * (0.8 + 0.1 * random.nextGaussian());
                sumBefore += before;
                sumAfter += after;
                if (random.nextDouble() < found * found) {
                    // 5 % of noise and 7 % of scatter, as CountedRegions.dot and the settings say.
                    double error = Math.hypot(0.05, SETTINGS.dotScatter());
                    pairs.add(new DotFates.Kept(
                            CountedRegions.dot(
                                    i, 0, 0, 0.3, before * photoBefore * (1 + error * random.nextGaussian())),
                            CountedRegions.dot(
                                    i, 0, 0, 0.3, after * photoAfter * (1 + error * random.nextGaussian()))));
                }
            }
            PercentChange change = PairedChange.ofPigment(SETTINGS)
                    .of(pairs, found * found)
                    .orElseThrow()
                    .figure();
            return new Coverage.Drawn(100 * (sumAfter / sumBefore - 1), change.interval95());
        });
    }

    private static List<DotFates.Kept> pairs(int count, double pigmentMm2) {
        List<DotFates.Kept> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pairs.add(new DotFates.Kept(
                    CountedRegions.dot(i, 0, 0, 0.3, pigmentMm2), CountedRegions.dot(i, 0, 0, 0.3, pigmentMm2)));
        }
        return pairs;
    }
}
