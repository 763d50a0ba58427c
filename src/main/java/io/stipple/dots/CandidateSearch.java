package io.stipple.dots;

import io.stipple.model.PointPx;
import io.stipple.model.ScalpGeometry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.opencv.core.Mat;
import org.opencv.core.Rect;

/**
 * Finds and fits candidates in passes, as crowded-field photometry does (DAOPHOT, Stetson 1987): what the first pass
 * finds is fitted and taken out; on what is left the skin and its noise are measured without the dots, and candidates
 * that stood in their neighbours' shade are found.
 */
final class CandidateSearch {
    // Where dots are crowded each pass lowers the noise and shows more; elsewhere the second finds next to nothing.
    private static final int MOST_PASSES = 5;
    private static final double FEW_NEW = 0.1; // of all candidates: where dots are near the noise all of these matter
    private static final double FEW_DOTS =
            0.025; // of what looks like a dot; the next pass finds a seventh to six tenths as many
    static final double BARE = 0.05; // of the typical peak: 2.4 deviations away
    private static final int SWEEPS_A_PASS = 2; // after two passes centres move by less than a hundredth of a pixel
    // A second candidate nearer than this to one already fitted, in its deviations, is that one's misfit.
    private static final double OWN_GROUND = 1.8;

    private final Rect crop;
    private final ScalpGeometry geometry;
    private final DotSettings settings;
    private final double widestPx;
    private final byte[] mask;
    private final FilterAnswers answers;

    /**
     * @param mask CV_8UC1 of the crop's size, 0 outside the scalp
     * @param sigmas widths of the filters, px
     */
    CandidateSearch(
            Rect crop, ScalpGeometry geometry, Mat mask, List<Double> sigmas, DotSettings settings, double widestPx) {
        this.crop = crop;
        this.geometry = geometry;
        this.settings = settings;
        this.widestPx = widestPx;
        this.mask = new byte[crop.width * crop.height];
        mask.get(0, 0, this.mask);
        this.answers = new FilterAnswers(new Tiles(this.mask, crop.width, crop.height), sigmas);
    }

    /**
     * What was found.
     *
     * @param blobs fitted candidates, each with its signal over noise
     * @param fit holding what they leave
     * @param crowded filters with the noise of the picture as it is
     * @param bare filters with the noise of what the candidates leave
     */
    record Found(List<Blob> blobs, ProfileFit fit, BlobFilters crowded, BlobFilters bare) {
        /** The same noise, with another fit. */
        Found with(ProfileFit other) {
            return new Found(blobs, other, crowded, bare);
        }
    }

    /**
     * What a photo taught.
     *
     * @param own what its dots look like
     */
    record Learnt(Found found, Calibration own) {}

    /**
     * Searches a photo; its noise is measured, and what the first background missed is taken off {@code picture}.
     *
     * @param picture CV_32FC1 light missing over the skin; corrected in place
     * @param skinRadiusPx over which the bare skin is smoothed
     * @param calibrate tells from candidates what the photo's dots look like
     */
    Learnt learn(
            Mat picture,
            List<Double> sigmas,
            double skinRadiusPx,
            double noiseRadiusPx,
            Function<List<Blob>, Calibration> calibrate) {
        float[] values = pixels(picture);
        answers.to(values, Area.WHOLE);
        BlobFilters crowded = BlobFilters.learn(answers, mask, sigmas, noiseRadiusPx, false);
        List<Blob> blobs = peaks(crowded, values, Area.WHOLE);
        ProfileFit fit = new ProfileFit(values, crop.width, crop.height, widestPx);
        firstPass(fit, blobs);
        level(values, fit, blobs, skinRadiusPx);
        for (int pass = 1; ; pass++) {
            int before = blobs.size();
            answers.to(fit.residual(), Area.WHOLE);
            BlobFilters bare = BlobFilters.learn(answers, mask, sigmas, noiseRadiusPx, true);
            secondPass(bare, fit, blobs, Area.WHOLE);
            level(values, fit, blobs, skinRadiusPx);
            List<Blob> late = blobs.subList(before, blobs.size());
            boolean last = pass == MOST_PASSES;
            if (!last && late.size() >= FEW_NEW * blobs.size()) {
                continue;
            }
            measure(blobs, bare);
            Calibration own = calibrate.apply(blobs);
            if (last || !own.treated() || dotLike(late) < FEW_DOTS * dotLike(blobs.subList(0, before))) {
                picture.put(0, 0, values);
                return new Learnt(new Found(blobs, fit, crowded, bare), own);
            }
        }
    }

    /** How many of some calibrated candidates stand out and look like a dot. */
    private long dotLike(List<Blob> blobs) {
        return blobs.stream()
                .filter(b -> b.snr >= settings.candidateSnr() && DotRules.hasShapeOfDot(b, settings))
                .count();
    }

    /** Searches another picture of the same scalp with noise already known, only where {@code wanted}. */
    Found repeat(Mat picture, BlobFilters crowded, BlobFilters bare, Area wanted) {
        float[] values = pixels(picture);
        answers.to(values, wanted);
        List<Blob> blobs = peaks(crowded, values, wanted);
        ProfileFit fit = new ProfileFit(values, crop.width, crop.height, widestPx);
        firstPass(fit, blobs);
        more(bare, fit, blobs, wanted);
        return new Found(blobs, fit, crowded, bare);
    }

    /**
     * A fit of a picture with nothing taken out of it yet.
     *
     * @param widest standard deviation that a candidate may take, px
     */
    ProfileFit fitOf(Mat picture, double widest) {
        return fitOf(pixels(picture), widest, RadialProfile.GAUSSIAN);
    }

    /** As the other, of a picture row by row, with candidates of another profile. */
    ProfileFit fitOf(float[] picture, double widest, RadialProfile profile) {
        return new ProfileFit(picture, crop.width, crop.height, widest, profile);
    }

    /** Looks for what stands out once the present candidates are taken out. */
    void more(BlobFilters noise, ProfileFit fit, List<Blob> blobs, Area wanted) {
        answers.to(fit.residual(), wanted);
        secondPass(noise, fit, blobs, wanted);
        measure(blobs, noise);
    }

    private void measure(List<Blob> blobs, BlobFilters noise) {
        blobs.parallelStream().forEach(b -> b.snr = noise.snrOf(b, crop));
    }

    private List<Blob> peaks(BlobFilters noise, float[] values, Area wanted) {
        return Peaks.find(answers, noise, values, mask, crop, geometry, settings.candidateSnr(), wanted);
    }

    private static void firstPass(ProfileFit fit, List<Blob> blobs) {
        fit.subtract(blobs);
        fit.sweep(blobs, SWEEPS_A_PASS);
    }

    private void secondPass(BlobFilters noise, ProfileFit fit, List<Blob> blobs, Area wanted) {
        var grid =
                new PointGrid(16, blobs.stream().map(b -> new PointPx(b.x, b.y)).toList());
        double farthest =
                OWN_GROUND * blobs.stream().mapToDouble(Blob::reach).max().orElse(0);
        List<Blob> first = List.copyOf(blobs);
        for (Blob late : peaks(noise, fit.residual(), wanted)) {
            boolean[] owned = {false};
            List<Blob> near = new ArrayList<>();
            grid.within(late.x, late.y, farthest, i -> {
                Blob owner = first.get(i);
                // A known dot keeps its shape and its weight, and so leaves the light of one that lies on it.
                owned[0] |= !owner.known && Math.hypot(owner.x - late.x, owner.y - late.y) < OWN_GROUND * owner.reach();
                near.add(owner);
            });
            if (!owned[0]) {
                blobs.add(late);
                fit.subtract(late);
                ProfileFit.wake(near);
            }
        }
        fit.sweep(blobs, SWEEPS_A_PASS);
    }

    /** Takes what is left of the skin off the picture, CV_32FC1, and the fit's residual. */
    void level(Mat picture, ProfileFit fit, List<Blob> blobs, double skinRadiusPx) {
        float[] values = pixels(picture);
        level(values, fit, blobs, skinRadiusPx);
        picture.put(0, 0, values);
    }

    /** As the other, of a picture row by row. */
    void level(float[] picture, ProfileFit fit, List<Blob> blobs, double skinRadiusPx) {
        double typical =
                Calibration.median(blobs.stream().mapToDouble(b -> b.peak).toArray());
        double bareBelow = blobs.isEmpty() ? Double.MAX_VALUE : BARE * typical;
        int width = crop.width;
        int height = crop.height;
        Mesh left = SkinBackground.remainder(picture, fit.residual(), mask, width, height, skinRadiusPx, bareBelow);
        fit.takeOff(left, mask, picture);
    }

    private static float[] pixels(Mat mat) {
        return DotFinder.pixelsOf(mat);
    }
}
