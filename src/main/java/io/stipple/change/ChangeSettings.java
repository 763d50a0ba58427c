package io.stipple.change;

import io.stipple.model.Check;

/**
 * What is taken for granted when changes are judged. Each is physics or a stated default; none is fitted to a phantom.
 *
 * @param leastCompleteness share of artificial dots found again below which a count is not compared; default 0.5: the
 *     correction would then be larger than what was seen
 * @param untreatedBelowPerCm2 density below which a region holds no treatment to compare with, 1/cm²; default 5:
 *     untreated scalp shows 0.6–1.9 dot-like marks per cm², a treated one 20 and more
 * @param flatRelativeSe relative error of a region's area where the shape of the head could not be told and is taken
 *     as flat, scale apart; default 0.02: a close-up of 4 cm on a head of 8 cm radius is slanted by 14° at its edge, 3 %
 * @param ownAreaRelativeSe relative error of area that two photos of one view do not share; default 0.005: both carry
 *     the same outline, scale and shape, and differ by stretched skin and the rim of what is hidden
 * @param falseRateRelativeSe relative error of the rate of falsely found dots; default 0.5: stubble, which most of them
 *     are, grows and is shaved between visits
 * @param missedLinkShare share of dots that are there in both photos and yet not linked, beyond completeness; default
 *     0.005: the far tail of the registration's error
 * @param linkReachMm how near a foreign dot may lie and be taken for the old one, mm; default 0.15: about the reach
 *     that a registration of 0.05 mm asks for
 * @param blurRelativeSe relative error of the variance of a photo's blur, and so, times how much more of a dot's variance
 *     is blur than dot, of the area of its dots; default 0.05: 2.5 % of the area of dots of which a third of the variance
 *     is blur
 * @param dotAreaRelativeSe relative error of the area of dots where it stands by itself, without other photos of them;
 *     default 0.05
 * @param pigmentPhotoRelativeSe relative error of pigment that all dots of a photo share; default 0.035: integrated
 *     density keeps its value through blur to −0.6…+3.9 %, and gloss that veils dots moves it by as much again
 * @param dotScatter relative error of contrast, pigment and diameter from dot to dot beside the photo's noise; default 0.07:
 *     neighbours and uneven skin, measured at 5–9 %
 * @param leastPairs fewest dots seen in both stages whose mean change is given; default 10: below that, the scatter
 *     from dot to dot is not averaged out
 * @param rephotographSemPct standard error of a density from photographing again, % of it, where no repeats tell;
 *     default 2: matched, completeness-corrected counts are far steadier than the 7–12 % of unmatched hair counts,
 *     and not as steady as the 0.4 % of hand-matched ones
 * @param outlineShape perimeter of a region over the root of its area; default 4.5: a square has 4, a strip 1 : 3 4.6
 * @param healedDays days from a session to its true colour; default 28: the skin's renewal
 */
public record ChangeSettings(
        double leastCompleteness,
        double untreatedBelowPerCm2,
        double flatRelativeSe,
        double ownAreaRelativeSe,
        double falseRateRelativeSe,
        double missedLinkShare,
        double linkReachMm,
        double blurRelativeSe,
        double dotAreaRelativeSe,
        double pigmentPhotoRelativeSe,
        double dotScatter,
        int leastPairs,
        double rephotographSemPct,
        double outlineShape,
        int healedDays) {
    public ChangeSettings {
        Check.within("least completeness", leastCompleteness, 0, 1);
        Check.within("untreated below per cm²", untreatedBelowPerCm2, 0, 100);
        Check.within("relative error of a flat surface", flatRelativeSe, 0, 1);
        Check.within("relative error of a photo's own area", ownAreaRelativeSe, 0, 1);
        Check.within("relative error of the false rate", falseRateRelativeSe, 0, 10);
        Check.within("share of missed links", missedLinkShare, 0, 1);
        Check.within("reach of a link mm", linkReachMm, 0, 1);
        Check.within("relative error of blur", blurRelativeSe, 0.001, 1);
        Check.within("relative error of a dot's area", dotAreaRelativeSe, 0, 1);
        Check.within("relative error of pigment per photo", pigmentPhotoRelativeSe, 0, 1);
        Check.within("scatter from dot to dot", dotScatter, 0, 1);
        Check.within("least pairs", leastPairs, 2, 1000);
        Check.within("standard error from photographing again %", rephotographSemPct, 0, 100);
        Check.within("perimeter over root of area", outlineShape, 2 * Math.sqrt(Math.PI), 100);
        Check.within("healed after days", healedDays, 0, 365);
    }

    public static ChangeSettings defaults() {
        return new ChangeSettings(0.5, 5, 0.02, 0.005, 0.5, 0.005, 0.15, 0.05, 0.05, 0.035, 0.07, 10, 2, 4.5, 28);
    }
}
