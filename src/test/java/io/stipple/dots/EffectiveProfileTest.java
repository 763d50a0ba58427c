package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.ScalpFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EffectiveProfileTest {
    private static final int SIDE_PX = 420;
    private static final int BLOCK_PX = 15;
    private static final double SD_PX = 2;
    private static final double NOISE = 0.012; // of the light; dots take 0.25 of it
    /** A dot whose edges a camera has sharpened: its peak rises, and a rim half as wide again pays for it. */
    private static final RadialProfile SHARPENED =
            RadialProfile.of(36, q -> (1.15 * Math.exp(-0.5 * q) - 0.15 * Math.exp(-q / 4.5)));

    private static final double LIGHT = 1.15 - 0.15 * 2.25; // of a Gaussian's of the same peak

    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void a_crowd_shows_the_profile_that_its_dots_share_although_their_rims_fill_the_skin_between() {
        // 0.9 mm apart at 10 px/mm, which is 110 dots per cm²: no pixel is free of rims.
        List<Blob> dots = dots(9, 5.5);
        double truth = sum(dots);
        float[] picture = picture(dots, SHARPENED);

        RadialProfile found = RadialProfile.GAUSSIAN;
        for (int round = 0; round < 2; round++) {
            ProfileFit fit = fitted(picture, dots, found);
            found = EffectiveProfile.improved(fit, dots, BLOCK_PX).orElseThrow();
            fitted(picture, dots, found);
        }

        // Some 2200 dots: noise leaves well under a hundredth of the peak at each distance.
        for (double distance : new double[] {0.5, 1, 1.5, 2, 2.5, 3, 4}) {
            double square = distance * distance;
            assertThat((double) found.at(square)).isCloseTo(SHARPENED.at(square), within(0.006));
        }
        // Six other seeds, with one round more, stayed within 0.4 %.
        double light = DotProfile.of(found, found).fluxFactor() * sum(dots);
        assertThat(light / (LIGHT * truth)).isCloseTo(1, within(0.01));
        fitted(picture, dots, RadialProfile.GAUSSIAN);
        assertThat(sum(dots) / (LIGHT * truth)).isGreaterThan(1.1);
    }

    private static double sum(List<Blob> dots) {
        return dots.stream().mapToDouble(b -> b.peak).sum();
    }

    @Test
    void a_profile_that_is_right_stays() {
        List<Blob> dots = dots(14, 9);
        float[] picture = picture(dots, RadialProfile.GAUSSIAN);

        ProfileFit fit = fitted(picture, dots, RadialProfile.GAUSSIAN);
        RadialProfile found = EffectiveProfile.improved(fit, dots, BLOCK_PX).orElseThrow();

        assertThat(DotProfile.of(found, found).fluxFactor()).isCloseTo(1, within(0.02));
    }

    /** Dots in cells of that many px, each somewhere in the middle of its own. */
    private List<Blob> dots(int cellPx, double roomPx) {
        List<Blob> dots = new ArrayList<>();
        for (int y = 15; y < SIDE_PX - 15; y += cellPx) {
            for (int x = 15; x < SIDE_PX - 15; x += cellPx) {
                double room = cellPx - roomPx;
                double peak = 0.25 * (0.7 + 0.6 * random.nextDouble());
                var frame = ScalpFrame.facing(10);
                dots.add(new Blob(
                        frame, 0, x + room * random.nextDouble(), y + room * random.nextDouble(), SD_PX, peak));
            }
        }
        return dots;
    }

    private float[] picture(List<Blob> dots, RadialProfile shape) {
        float[] noise = new float[SIDE_PX * SIDE_PX];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (NOISE * random.nextGaussian());
        }
        var painter = new ProfileFit(noise, SIDE_PX, SIDE_PX, SD_PX, shape);
        dots.forEach(painter::restore);
        return painter.residual();
    }

    private static ProfileFit fitted(float[] picture, List<Blob> dots, RadialProfile shape) {
        var fit = new ProfileFit(picture, SIDE_PX, SIDE_PX, SD_PX, shape);
        fit.subtract(dots);
        fit.sweepPeaks(dots, 6);
        return fit;
    }
}
