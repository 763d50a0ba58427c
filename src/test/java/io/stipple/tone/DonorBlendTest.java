package io.stipple.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.Blend;
import io.stipple.model.Stage;
import org.junit.jupiter.api.Test;

class DonorBlendTest {
    private static final LinearRgb SKIN = new LinearRgb(0.42, 0.24, 0.16);

    @Test
    void aRegionThatTakesAsMuchLightAsStubbleBlendsInWhateverTheLight() {
        RegionTone donor = tone(SKIN, 0.8);
        RegionTone region = tone(times(SKIN, 1.3, 1.2, 1.1), 0.8);

        Blend blend = blend(region, donor);

        double rounding = 1e-9;
        assertThat(blend.deltaE00()).isCloseTo(0, within(rounding));
        assertThat(blend.deltaL()).isCloseTo(0, within(rounding));
        // The lighter side of the head, beside it.
        assertThat(blend.skinDeltaL()).isGreaterThan(3);
    }

    @Test
    void aPalerRegionStandsAboveStubbleByWhatTheLightItLeavesIsWorth() {
        Blend blend = blend(tone(SKIN, 0.9), tone(SKIN, 0.8));

        double donorY = 0.8 * (0.2126729 * 0.42 + 0.7151522 * 0.24 + 0.0721750 * 0.16);
        double byHand = 116 * Math.cbrt(donorY) * (Math.cbrt(0.9 / 0.8) - 1);
        assertThat(blend.deltaL()).isCloseTo(byHand, within(1e-3));
        assertThat(blend.deltaE00()).isPositive();
        assertThat(blend.skinDeltaL()).isZero();
    }

    @Test
    void blackSkinCannotBeRelit() {
        RegionTone black = tone(new LinearRgb(0.1, 0.1, 0), 1);

        assertThat(DonorBlend.of("top", Stage.RESULT, "vertex", black, "donor", tone(SKIN, 1)))
                .isEmpty();
    }

    private static Blend blend(RegionTone region, RegionTone donor) {
        return DonorBlend.of("back", Stage.RESULT, "vertex", region, "donor", donor)
                .orElseThrow();
    }

    /** Skin of which dots or stubble leave this share of the light. */
    private static RegionTone tone(LinearRgb skin, double left) {
        LinearRgb whole = times(skin, left, left, left);
        return new RegionTone(CieLab.of(skin), CieLab.of(whole), skin, whole, 1000, 1000);
    }

    private static LinearRgb times(LinearRgb light, double r, double g, double b) {
        return new LinearRgb(light.r() * r, light.g() * g, light.b() * b);
    }
}
