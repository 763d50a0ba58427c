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
    private static final int SWEEPS = 2; // of all peaks: neighbours settle against each other
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
     * Weighs them; what is left of the skin is taken off the plate.
     *
     * @param fit with all candidates, as they were found, taken out of it
     * @param blobs all candidates, of known kinds
     * @return what the dots look like
     */
    DotProfile weigh(ProfileFit fit, List<Blob> blobs, Calibration own) {
        List<Blob> dots = blobs.stream().filter(b -> b.kind == Mark.Kind.DOT).toList();
        for (Blob b : dots) {
            fit.restore(b);
            Covariance.seen(b.frame, own.scalpMm2(), own.blurPx2()).give(b);
            fit.subtract(b);
        }
        place(fit, blobs, dots);
        search.level(plate.missing(), fit, blobs, skinRadiusPx);
        place(fit, blobs, dots);
        return weighPlaced(blobs, dots, fit.widestPx());
    }

    private static void place(ProfileFit fit, List<Blob> blobs, List<Blob> dots) {
        ProfileFit.wake(dots);
        fit.sweepPlaces(dots, 2);
        fit.sweepPeaks(blobs, 1);
    }

    private DotProfile weighPlaced(List<Blob> blobs, List<Blob> dots, double widestPx) {
        float[] picture = withoutBlood();
        RadialProfile shape = RadialProfile.GAUSSIAN;
        ProfileFit fit = weighed(picture, blobs, widestPx, shape);
        if (dots.size() < ENOUGH) {
            return DotProfile.GAUSSIAN;
        }
        shape = improved(fit, dots);
        fit = weighed(picture, blobs, widestPx, shape);
        return DotProfile.of(shape, improved(fit, RoomyDots.among(dots)));
    }

    private RadialProfile improved(ProfileFit fit, List<Blob> dots) {
        return EffectiveProfile.improved(fit, dots, (int) Math.round(skinRadiusPx))
                .orElse(fit.profile());
    }

    private ProfileFit weighed(float[] picture, List<Blob> blobs, double widestPx, RadialProfile shape) {
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
