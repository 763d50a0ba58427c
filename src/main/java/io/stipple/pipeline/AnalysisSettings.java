package io.stipple.pipeline;

import io.stipple.change.ChangeSettings;
import io.stipple.change.FreeSpaceSettings;
import io.stipple.change.HairlineSettings;
import io.stipple.change.PlanSettings;
import io.stipple.dots.DotSettings;
import io.stipple.dots.TrackerSettings;
import io.stipple.head.HeadSettings;
import io.stipple.photo.GlareSettings;
import io.stipple.photo.PhotoSettings;
import io.stipple.registration.RegistrationSettings;
import io.stipple.tone.HueSettings;
import io.stipple.tone.ToneSettings;

/**
 * The settings of every step of a case.
 *
 * @param photo limits of what is decoded
 * @param glare what counts as gloss
 * @param head how the head is found
 * @param registration how photos are laid on each other
 * @param dots what is a dot
 * @param tracker how dots are followed
 * @param tone how colour is taken
 * @param hue how the hue of pigment is taken and compared
 * @param change when a change is real
 * @param plan what the next session may do
 * @param freeSpace where a dot still fits
 * @param hairline how the front edge of the dots is traced
 * @param usualFocalLength35Mm focal length of a camera whose photo does not say it, mm as if the sensor were
 *     36 × 24 mm; default 26: the main camera of most phones
 * @param leastCosineOfView of the scalp that counts, 0..1; default 0.5: beyond 60° a dot is foreshortened to half, and
 *     area, which is divided by this cosine, is known too badly
 * @param countableSnr signal over noise that a typical dot must have where dots are counted, 1; default 5: at the
 *     detector's own threshold of 4.5 half of them are missed
 * @param countableResidualMm median error of registration up to which dots are counted; default 0.35: beyond it a region
 *     lies on other skin than in the reference photo
 * @param leastSeenShare share of a region that a photo must show for its figures to stand for the region, 0..1;
 *     default 0.5
 * @param leastCompleteness share of artificial dots found again below which dots are not counted, 0..1; default 0.5
 * @param alignedSidePx longest side of the pictures in {@code aligned/}, px; default 2400: dots of 0.5 mm stay visible
 *     on a whole head
 * @param seenCellPx side of the cells in which is kept what a photo shows, px; default 4: a third of a dot's spacing
 * @param scalpAreaStepPx between the places at which the record says how much scalp lies behind a pixel, px; default 64:
 *     5 mm, on which a head hardly bends
 * @param skinMarginPx around a dot that is left out of the colour of the skin, px; default 2: a phone's sharpening halo
 * @param seed of the artificial dots; default 1
 */
public record AnalysisSettings(
        PhotoSettings photo,
        GlareSettings glare,
        HeadSettings head,
        RegistrationSettings registration,
        DotSettings dots,
        TrackerSettings tracker,
        ToneSettings tone,
        HueSettings hue,
        ChangeSettings change,
        PlanSettings plan,
        FreeSpaceSettings freeSpace,
        HairlineSettings hairline,
        double usualFocalLength35Mm,
        double leastCosineOfView,
        double countableSnr,
        double countableResidualMm,
        double leastSeenShare,
        double leastCompleteness,
        int alignedSidePx,
        int seenCellPx,
        int scalpAreaStepPx,
        double skinMarginPx,
        long seed) {
    public AnalysisSettings {
        if (!(usualFocalLength35Mm >= 5 && usualFocalLength35Mm <= 500)) {
            throw new IllegalArgumentException("usual focal length " + usualFocalLength35Mm + " mm is outside 5..500");
        }
        if (!(leastCosineOfView > 0 && leastCosineOfView < 1)) {
            throw new IllegalArgumentException("least cosine of view " + leastCosineOfView + " is outside 0..1");
        }
        if (!(countableSnr >= 0)) {
            throw new IllegalArgumentException("countable snr " + countableSnr + " is below 0");
        }
        if (!(countableResidualMm > 0)) {
            throw new IllegalArgumentException("countable residual " + countableResidualMm + " mm is not above 0");
        }
    }

    public static AnalysisSettings defaults() {
        return new AnalysisSettings(
                PhotoSettings.defaults(),
                GlareSettings.defaults(),
                HeadSettings.defaults(),
                RegistrationSettings.defaults(),
                DotSettings.defaults(),
                TrackerSettings.defaults(),
                ToneSettings.defaults(),
                HueSettings.defaults(),
                ChangeSettings.defaults(),
                PlanSettings.defaults(),
                FreeSpaceSettings.defaults(),
                HairlineSettings.defaults(),
                26,
                0.5,
                5,
                0.35,
                0.5,
                0.5,
                2400,
                4,
                64,
                2,
                1);
    }
}
