package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.ScalpFrame;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A row of dots so near to each other that no fit can tell the light of one from its neighbours'. */
class ProfileFitTest {
    private static final int SIDE_PX = 64;
    private static final double SIGMA_PX = 3;
    private static final double NOISE = 0.02;
    private static final double PEAK = 0.2;
    private static final double HELD = 0.2; // of its peak

    private final Blob left = dot(28);
    private final Blob middle = dot(32);
    private final Blob right = dot(36);
    private final List<Blob> row = List.of(left, middle, right);

    @Test
    void dots_held_to_what_they_weighed_share_their_light_as_they_did() {
        ProfileFit fit = photo(PEAK, PEAK, PEAK);

        fit.sweepPlaces(row, 8);

        assertThat(row).allSatisfy(b -> assertThat(b.peak).isCloseTo(PEAK, within(HELD * PEAK)));
    }

    @Test
    void the_light_alone_tells_which_of_them_has_gone() {
        ProfileFit fit = photo(PEAK, 0, PEAK);

        fit.sweepPlaces(row, 8);
        fit.askPeaks(row);

        // The held neighbours give light to the gone one's place, and take some for it.
        assertThat(middle.freePeak).isLessThan(0.4 * PEAK);
        assertThat(left.freePeak).isGreaterThan(0.6 * PEAK);
        assertThat(right.freePeak).isGreaterThan(0.6 * PEAK);
    }

    @Test
    void to_ask_changes_no_peak() {
        ProfileFit fit = photo(PEAK, 0, PEAK);
        fit.sweepPlaces(row, 3);
        float[] before = fit.residual().clone();
        double peak = middle.peak;

        fit.askPeaks(row);

        assertThat(fit.residual()).containsExactly(before);
        assertThat(middle.peak).isEqualTo(peak);
    }

    private static Blob dot(double x) {
        Blob b = new Blob(ScalpFrame.facing(10), 0, x, SIDE_PX / 2.0, SIGMA_PX, 0);
        b.expectAt(x, SIDE_PX / 2.0, NOISE * NOISE / (0.2 * 0.2));
        b.expectedPeak = PEAK;
        b.peakWeight = NOISE * NOISE / (HELD * PEAK * HELD * PEAK);
        return b;
    }

    private ProfileFit photo(double... peaks) {
        var random = new SplittableRandom(2);
        float[] pixels = new float[SIDE_PX * SIDE_PX];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) (NOISE * random.nextGaussian());
        }
        var painter = new ProfileFit(pixels, SIDE_PX, SIDE_PX, SIGMA_PX);
        for (int i = 0; i < peaks.length; i++) {
            Blob b = row.get(i);
            b.peak = peaks[i];
            painter.restore(b);
            b.peak = 0.5 * PEAK;
        }
        var fit = new ProfileFit(painter.residual(), SIDE_PX, SIDE_PX, SIGMA_PX);
        row.forEach(fit::subtract);
        return fit;
    }
}
