package io.stipple.dots;

import io.stipple.opencv.MatScope;
import java.util.List;
import java.util.Optional;
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
    private static final int ROUNDS = 2; // a third moves weights by less than 0.3 %

    private static final int SWEEPS = 4;

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
        fit.sweepPlaces(dots);
        fit.sweepPlaces(dots);
        fit.sweepPeaks(blobs);
    }

    private DotProfile weighPlaced(List<Blob> blobs, List<Blob> dots, double widestPx) {
        try (var mats = new MatScope()) {
            Mat picture = mats.own(withoutBlood());
            DotProfile profile = DotProfile.GAUSSIAN;
            ProfileFit fit = weighed(picture, blobs, widestPx, profile.shape());
            for (int round = 0; round < ROUNDS && dots.size() >= ENOUGH; round++) {
                Optional<RadialProfile> better = EffectiveProfile.improved(fit, dots, (int) Math.round(skinRadiusPx));
                if (better.isEmpty()) {
                    break;
                }
                profile = DotProfile.of(better.get());
                fit = weighed(picture, blobs, widestPx, profile.shape());
            }
            return profile;
        }
    }

    private ProfileFit weighed(Mat picture, List<Blob> blobs, double widestPx, RadialProfile shape) {
        ProfileFit fit = search.fitOf(picture, widestPx, shape);
        blobs.forEach(fit::subtract);
        sweepPeaks(fit, blobs);
        search.level(picture, fit, blobs, skinRadiusPx);
        sweepPeaks(fit, blobs);
        return fit;
    }

    private static void sweepPeaks(ProfileFit fit, List<Blob> blobs) {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            fit.sweepPeaks(blobs);
        }
    }

    /** The plate's missing light less the blood's; handed over. */
    private Mat withoutBlood() {
        try (var mats = new MatScope()) {
            Mat bloodless = mats.mat();
            Imgproc.resize(blood, bloodless, plate.missing().size(), 0, 0, Imgproc.INTER_LINEAR);
            Core.subtract(plate.missing(), bloodless, bloodless);
            Mat outside = mats.mat();
            Core.bitwise_not(plate.mask(), outside);
            bloodless.setTo(new Scalar(0), outside);
            return mats.keep(bloodless);
        }
    }
}
