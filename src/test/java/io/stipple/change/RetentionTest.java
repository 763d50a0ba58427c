package io.stipple.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.PercentChange;
import io.stipple.model.TrackedDot;
import io.stipple.model.Wilson;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {
    private static final ChangeSettings SETTINGS = ChangeSettings.defaults();

    @Test
    void keptIsCorrectedForWhatTheLaterPhotoMisses() {
        PercentChange share = retained(300, 216, 1, 0.9);

        assertThat(share.pct()).isCloseTo(100 * 216 / (300 * 0.9), within(1e-9));
        assertThat(share.interval95().contains(share.pct())).isTrue();
    }

    @Test
    void emptyPlacesThatPassForDotsAreTakenOff() {
        // 200 of 300 dots stayed; 0.9 of them are found again, and 0.06 of the 100 empty places pass for one.
        Region.Counted to = CountedRegions.withEmpty(186, 0.9, 0.06);

        PercentChange share = new Retention(SETTINGS)
                .share(fates(186, 114), at(300, 1), to, 0)
                .orElseThrow()
                .figure();

        assertThat(share.pct()).isCloseTo(100 * 200 / 300.0, within(1e-9));
        assertThat(share.interval95().contains(share.pct())).isTrue();
    }

    @Test
    void noMoreThanAllStay() {
        PercentChange share = retained(300, 290, 0.99, 0.9);

        assertThat(share.pct()).isEqualTo(100);
        assertThat(share.interval95().hi()).isEqualTo(100);
        assertThat(share.interval95().lo()).isLessThanOrEqualTo(100);
    }

    @Test
    void itIsNarrowerThanATossOfCoins() {
        PercentChange share = retained(300, 216, 0.98, 0.98);

        assertThat(share.interval95().width())
                .isLessThan(0.6 * 100 * Wilson.interval(216, 300).width());
    }

    @Test
    void noDotToFollowIsNoShare() {
        assertThat(new Retention(SETTINGS).share(fates(0, 0), at(0, 0.9), at(3, 0.9), 0))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "600, 0.75, 0.97, 0.97, 200",
        "600, 0.75, 0.85, 0.80, 200",
        "80, 0.60, 0.95, 0.95, 150",
        "300, 0.95, 0.98, 0.96, 200",
        "300, 0.08, 0.90, 0.90, 200"
    })
    void itsIntervalIsHonest(int there, double share, double fromFound, double toFound, int injected) {
        Coverage.isHonest(there, random -> {
            int stayed = (int) Math.round(there * share);
            int followedStayed = Coverage.binomial(random, stayed, fromFound);
            int followed = followedStayed + Coverage.binomial(random, there - stayed, fromFound);
            double linked = 1 - SETTINGS.missedLinkShare() * Math.abs(random.nextGaussian());
            int kept = Coverage.binomial(random, followedStayed, toFound * linked);
            PercentChange retained = new Retention(SETTINGS)
                    .share(
                            fates(kept, followed - kept),
                            injected(random, followed, fromFound, injected),
                            injected(random, kept, toFound, injected),
                            0)
                    .orElseThrow()
                    .figure();
            return new Coverage.Drawn(100.0 * stayed / there, retained.interval95());
        });
    }

    private static Region.Counted injected(Random random, int dots, double completeness, int injected) {
        ArtificialDots artificial = ArtificialDots.of(injected, Coverage.binomial(random, injected, completeness));
        return CountedRegions.counted(dots, 15, artificial.completeness(), artificial.standardError());
    }

    private static PercentChange retained(int followed, int kept, double fromFound, double toFound) {
        return new Retention(SETTINGS)
                .share(fates(kept, followed - kept), at(followed, fromFound), at(kept, toFound), 0)
                .orElseThrow()
                .figure();
    }

    private static Region.Counted at(int dots, double completeness) {
        return CountedRegions.counted(dots, 15, completeness, 0.002);
    }

    private static DotFates fates(int kept, int lost) {
        TrackedDot any = CountedRegions.dot(1, 0, 0, 0.3, 0.05);
        List<DotFates.Kept> pairs = new ArrayList<>();
        List<TrackedDot> gone = new ArrayList<>();
        for (int i = 0; i < kept; i++) {
            pairs.add(new DotFates.Kept(any, any));
        }
        for (int i = 0; i < lost; i++) {
            gone.add(any);
        }
        return new DotFates(pairs, gone, List.of());
    }
}
