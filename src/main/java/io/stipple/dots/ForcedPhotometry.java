package io.stipple.dots;

import io.stipple.opencv.MatScope;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/**
 * Weighs a photo's candidates together, none searched for any more: dots get the shape that they share, and then the
 * profile that the photo shows them to have.
 */
final class ForcedPhotometry {
    private static final int ENOUGH = 40; // dots, below which their profile is taken for a Gaussian
    private static final int SWEEPS = 2; // of places or peaks: neighbours settle against each other
    private static final int FIRST_SWEEPS = 1; // before the skin is levelled, for which peaks need only be about right

    private final CandidateSearch search;
    private final DotField.Plate plate;
    private final Mat blood;
    private final double skinRadiusPx;

    /**
     * @param blood light that blood takes, CV_32FC1, half of the plate's size; not closed
     * @param skinRadiusPx over which the bare skin is smoothed
     */
    ForcedPhotometry(CandidateSearch search, DotField.Plate plate, Mat blood, double skinRadiusPx) {
        this.search = search;
        this.plate = plate;
        this.blood = blood;
        this.skinRadiusPx = skinRadiusPx;
    }

    /**
     * What the weighed dots look like.
     *
     * @param alone those with the most room around them
     */
    record Weighed(DotProfile profile, List<Blob> alone) {}

    /**
     * Weighs them; what is left of the skin is taken off the plate.
     *
     * @param fit with all candidates, as they were found, taken out of it
     * @param blobs all candidates, of known kinds
     */
    Weighed weigh(ProfileFit fit, List<Blob> blobs, Calibration own) {
        List<Blob> dots = blobs.stream().filter(b -> b.kind == Mark.Kind.DOT).toList();
        fit.forEach(dots, b -> {
            fit.restore(b);
            Covariance.seen(b.frame, own.scalpMm2(), own.blurPx2()).give(b);
            fit.subtract(b);
        });
        ProfileFit.wake(dots);
        fit.sweepPlaces(dots, FIRST_SWEEPS);
        search.level(plate.missing(), fit, blobs, skinRadiusPx);
        ProfileFit.wake(dots);
        fit.sweepPlaces(dots, SWEEPS);
        return weighPlaced(blobs, dots, fit.widestPx());
    }

    private Weighed weighPlaced(List<Blob> blobs, List<Blob> dots, double widestPx) {
        List<Blob> alone = RoomyDots.among(dots);
        float[] picture = withoutBlood();
        if (dots.size() < ENOUGH) {
            settled(picture, blobs, widestPx, RadialProfile.GAUSSIAN);
            return new Weighed(DotProfile.GAUSSIAN, alone);
        }
        // The profile is solved for beside a level of the skin in every block: peaks alone must be right for it.
        ProfileFit first = search.fitOf(picture, widestPx, RadialProfile.GAUSSIAN);
        first.subtract(blobs);
        first.sweepPeaks(blobs, SWEEPS);
        RadialProfile shape = improved(first, dots);
        ProfileFit fit = settled(picture, blobs, widestPx, shape);
        return new Weighed(DotProfile.of(shape, improved(fit, alone)), alone);
    }

    private RadialProfile improved(ProfileFit fit, List<Blob> dots) {
        return EffectiveProfile.improved(fit, dots, (int) Math.round(skinRadiusPx))
                .orElse(fit.profile());
    }

    /** Weighs all against each other and what is left of the skin. */
    private ProfileFit settled(float[] picture, List<Blob> blobs, double widestPx, RadialProfile shape) {
        ProfileFit fit = search.fitOf(picture, widestPx, shape);
        fit.subtract(blobs);
        fit.sweepPeaks(blobs, FIRST_SWEEPS);
        search.level(picture, fit, blobs, skinRadiusPx);
        fit.sweepPeaks(blobs, SWEEPS);
        return fit;
    }

    /** The plate's missing light less the blood's, row by row. */
    private float[] withoutBlood() {
        try (var mats = new MatScope()) {
            Mat bloodless = mats.mat();
            Imgproc.resize(blood, bloodless, plate.missing().size(), 0, 0, Imgproc.INTER_LINEAR);
            Core.subtract(plate.missing(), bloodless, bloodless);
            Mat outside = mats.mat();
            Core.bitwise_not(plate.mask(), outside);
            bloodless.setTo(new Scalar(0), outside);
            return DotFinder.pixelsOf(bloodless);
        }
    }
}
