package io.stipple.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScalpFrameTest {
    private static final double ROUNDING = 1e-9;

    @Test
    void aTiltedPatchGivesBackWhatItWasMadeOf() {
        ScalpFrame patch = ScalpFrame.tilted(12.6, 0.6, 0.4);

        assertThat(patch.pxPerMm()).isCloseTo(12.6, within(ROUNDING));
        assertThat(patch.cosineOfView()).isCloseTo(0.6, within(ROUNDING));
        assertThat(patch.tiltRad()).isCloseTo(0.4, within(ROUNDING));
    }

    @Test
    void aPixelOfATiltedPatchCoversMoreScalp() {
        // By definition: 1 px = (1/10 mm)² in the picture, divided by the cosine of the angle of view.
        assertThat(ScalpFrame.tilted(10, 0.5, 1.1).mm2PerPx()).isCloseTo(0.02, within(ROUNDING));
    }

    @Test
    void aStepAlongTheTiltIsLongerOnTheScalp() {
        ScalpFrame patch = ScalpFrame.tilted(10, 0.5, 0);

        assertThat(patch.mmOf(1, 0)).isCloseTo(0.2, within(ROUNDING));
        assertThat(patch.mmOf(0, 1)).isCloseTo(0.1, within(ROUNDING));
    }

    @Test
    void aPhotoTwiceAsCloseShowsThePatchTwiceAsLarge() {
        ScalpFrame closer = ScalpFrame.tilted(10, 0.5, 0.3).through(2, 0, 0, 2);

        assertThat(closer.pxPerMm()).isCloseTo(20, within(ROUNDING));
        assertThat(closer.cosineOfView()).isCloseTo(0.5, within(ROUNDING));
    }
}
