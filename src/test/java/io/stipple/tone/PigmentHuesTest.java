package io.stipple.tone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.ChangeVerdict;
import io.stipple.model.HueShift;
import io.stipple.opencv.LinearImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PigmentHuesTest {
    private static final LinearRgb DAYLIGHT = new LinearRgb(1, 1, 1);
    private static final PigmentHues HUES = new PigmentHues(DottedSkin.SKIN, HueSettings.defaults());

    @Test
    void aNeutralPigmentThatFadesToHalfUnderOtherLightKeepsItsHue() {
        DotColour dark = measured(new DottedSkin(20, 1).dots(0.5, 0.5, 0.5), DAYLIGHT);
        DotColour faded = measured(new DottedSkin(20, 2).dots(0.25, 0.25, 0.25), new LinearRgb(1.15, 1, 0.9));

        HueShift shift = HUES.shift(dark, faded);

        // The noise of 400 dots is worth 0.05; an eye sees 1.
        assertThat(shift.deltaA()).isCloseTo(0, within(0.15));
        assertThat(shift.deltaB()).isCloseTo(0, within(0.15));
        assertThat(shift.deltaA95().contains(0)).isTrue();
        assertThat(shift.deltaB95().contains(0)).isTrue();
        assertThat(HUES.verdict(dark, faded)).isEqualTo(ChangeVerdict.WITHIN_NOISE);
    }

    @Test
    void takingAQuarterLessBlueIsADriftToBlueOfTheSizeWorkedOutByHand() {
        DotColour neutral = measured(new DottedSkin(20, 3).dots(0.4, 0.4, 0.4), DAYLIGHT);
        DotColour bluish = measured(new DottedSkin(20, 4).dots(0.4, 0.4, 0.3), DAYLIGHT);

        HueShift shift = HUES.shift(neutral, bluish);

        // In luminance 0.4, 0.4, 0.3 is 0.3928: ratios 1.0184, 1.0184, 0.7638. Skin (0.42, 0.24, 0.16) under 0.35 of
        // each has a*, b* lower than bare by 1.28, 2.00 for grey and by 0.76, 4.30 for this pigment.
        assertThat(shift.deltaA()).isCloseTo(0.525, within(0.1 * 0.525 + 0.1));
        // Edges and blur mix light, which takes up to a tenth of a tint.
        assertThat(shift.deltaB()).isCloseTo(-2.302, within(0.1 * 2.302 + 0.1));
        assertThat(HUES.verdict(neutral, bluish)).isEqualTo(ChangeVerdict.REAL);
    }

    @Test
    void takingMoreRedIsADriftToGreen() {
        HueShift shift = HUES.shift(colour(1, 1), colour(1.096, 0.974));

        // Densities of 0.45, 0.40, 0.40, by hand.
        assertThat(shift.deltaA()).isCloseTo(-1.173, within(0.01));
        assertThat(shift.deltaB()).isCloseTo(-0.422, within(0.01));
    }

    @Test
    void intervalsHoldTheTruthAndOneShiftOfNoiseInTwentyPassesForReal() {
        Random random = new Random(6);
        DotColour truth = colour(1.05, 0.9);
        int tries = 2000;
        int heldA = 0;
        int heldB = 0;
        int real = 0;
        for (int i = 0; i < tries; i++) {
            DotColour from = astray(truth, random);
            DotColour to = astray(truth, random);
            HueShift shift = HUES.shift(from, to);
            heldA += shift.deltaA95().contains(0) ? 1 : 0;
            heldB += shift.deltaB95().contains(0) ? 1 : 0;
            real += HUES.verdict(from, to) == ChangeVerdict.REAL ? 1 : 0;
        }

        // Three standard errors of a share of 0.95 among 2000, and as much for Lab being bent.
        assertThat(heldA / (double) tries).isCloseTo(0.95, within(0.03));
        assertThat(heldB / (double) tries).isCloseTo(0.95, within(0.03));
        assertThat(real / (double) tries).isCloseTo(0.05, within(0.03));
    }

    /** What a photo makes of a colour: errors of its dots, correlated, and one that they share. */
    private static DotColour astray(DotColour truth, Random random) {
        double one = random.nextGaussian();
        double other = truth.correlation() * one
                + Math.sqrt(1 - truth.correlation() * truth.correlation()) * random.nextGaussian();
        double shared = HueSettings.defaults().photoRelativeSe();
        return new DotColour(
                truth.density(),
                truth.red() + truth.redSe() * one + shared * truth.red() * random.nextGaussian(),
                truth.blue() + truth.blueSe() * other + shared * truth.blue() * random.nextGaussian(),
                truth.redSe(),
                truth.blueSe(),
                truth.correlation(),
                truth.dots());
    }

    private static DotColour colour(double red, double blue) {
        return new DotColour(0.2, red, blue, 0.03, 0.04, -0.3, 100);
    }

    private static DotColour measured(DottedSkin skin, LinearRgb gain) {
        try (LinearImage photo = skin.photo(1, 0.02, gain)) {
            return new DotColourMeter(photo, null, null, HueSettings.defaults())
                    .measure(skin.dots, DottedSkin.GEOMETRY)
                    .orElseThrow();
        }
    }
}
