package io.stipple.tone;

import io.stipple.model.ToneFigures;
import io.stipple.model.ToneTie;
import io.stipple.opencv.LinearImage;
import io.stipple.opencv.Mask;
import io.stipple.opencv.MatScope;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * Measures the colour of a region.
 *
 * <p>Absolute tone of a phone photo moves by more than 1 L* with angle and distance: it is context, and change is
 * judged by dots against their own ring of skin. Only {@code deltaE00Before} compares photos, and it ties them first.
 */
public final class ToneMeter {
    private ToneMeter() {}

    /** As {@link #measure(LinearImage, Mask, Mask, Mask, ToneSettings)} with the default settings. */
    public static RegionTone measure(LinearImage photo, Mask region, @Nullable Mask exclude, @Nullable Mask dots) {
        return measure(photo, region, exclude, dots, ToneSettings.defaults());
    }

    /**
     * The colour of {@code region} in {@code photo}.
     *
     * @param region of the photo's size
     * @param exclude gloss and whatever else is no scalp; null for nothing
     * @param dots discs of pigment with their blurred rims; null where none were found
     * @throws TooLittleSkinException when less plain skin is left than {@code settings} ask for
     */
    public static RegionTone measure(
            LinearImage photo, Mask region, @Nullable Mask exclude, @Nullable Mask dots, ToneSettings settings) {
        requireSize(photo, region);
        try (MatScope mats = new MatScope()) {
            Rect box = Imgproc.boundingRect(region.pixels());
            if (box.empty()) {
                throw new TooLittleSkinException(0, settings.leastSkinPx());
            }
            int step = step(box, settings);
            Mat rgb = sampled(photo.rgb(), box, step, mats);
            Mat seen = sampled(region.pixels(), box, step, mats);
            remove(photo, exclude, seen, box, step, mats);
            Mat candidates = mats.own(seen.clone());
            remove(photo, dots, candidates, box, step, mats);
            Mat skin = new PlainSkin(settings).within(rgb, candidates, mats);

            int skinPx = Core.countNonZero(skin) * step * step;
            if (skinPx < settings.leastSkinPx()) {
                throw new TooLittleSkinException(skinPx, settings.leastSkinPx());
            }
            LinearRgb skinLight = mean(rgb, skin);
            LinearRgb toneLight = mean(rgb, seen);
            return new RegionTone(
                    CieLab.of(skinLight),
                    CieLab.of(toneLight),
                    skinLight,
                    toneLight,
                    skinPx,
                    Core.countNonZero(seen) * step * step);
        }
    }

    /**
     * The figures of a region for its row.
     *
     * <p>Erythema needs the reference region. {@code deltaE00Before} needs the region before treatment; white balance
     * and exposure are taken out by a gain per channel in linear light (von Kries in camera space) that brings the
     * {@linkplain #tie tie} of this photo to that of {@code before}.
     *
     * @param now the region in this photo
     * @param before the same region before treatment; null in the photo of {@code before} itself and where unknown
     * @param referenceNow untreated skin in this photo
     * @param referenceBefore the same skin before treatment
     */
    public static ToneFigures figures(
            RegionTone now,
            @Nullable RegionTone before,
            @Nullable RegionTone referenceNow,
            @Nullable RegionTone referenceBefore) {
        Double erythema = referenceNow == null
                ? null
                : now.skin().a() - referenceNow.skin().a();
        Double deltaE00 = before == null ? null : deltaE00(now, before, referenceNow, referenceBefore);
        return new ToneFigures(
                now.skin(),
                ItaAngle.degrees(now.skin()),
                erythema,
                now.tone().l(),
                deltaE00,
                contrast(now),
                deltaE00 == null ? null : tie(referenceNow, referenceBefore));
    }

    private static @Nullable Double contrast(RegionTone region) {
        double skin = region.skinLight().luminance();
        return skin > 0 ? (Double) (1 - region.toneLight().luminance() / skin) : null;
    }

    /** The reference region where both photos show it. */
    private static ToneTie tie(@Nullable RegionTone referenceNow, @Nullable RegionTone referenceBefore) {
        return referenceNow != null && referenceBefore != null ? ToneTie.REFERENCE : ToneTie.OWN_SKIN;
    }

    private static @Nullable Double deltaE00(
            RegionTone now,
            RegionTone before,
            @Nullable RegionTone referenceNow,
            @Nullable RegionTone referenceBefore) {
        LinearRgb seen = now.skinLight();
        LinearRgb wanted = before.skinLight();
        if (referenceNow != null && referenceBefore != null) {
            seen = referenceNow.skinLight();
            wanted = referenceBefore.skinLight();
        }
        if (!seen.lit() || !wanted.lit()) {
            return null;
        }
        return CieDe2000.difference(CieLab.of(now.toneLight().relit(seen, wanted)), before.tone());
    }

    private static void requireSize(LinearImage photo, Mask mask) {
        if (mask.pixels().cols() != photo.widthPx() || mask.pixels().rows() != photo.heightPx()) {
            throw new IllegalArgumentException("mask of " + mask.pixels().cols() + " x "
                    + mask.pixels().rows() + " px does not fit a photo of " + photo.widthPx() + " x "
                    + photo.heightPx() + " px");
        }
    }

    private static int step(Rect box, ToneSettings settings) {
        return Math.max(1, (int) Math.round(Math.sqrt(box.area() / settings.samplesPx())));
    }

    /** Every {@code step}-th pixel of the box: nearest, so that each keeps its own value. */
    private static Mat sampled(Mat whole, Rect box, int step, MatScope mats) {
        Mat part = mats.own(whole.submat(box));
        Mat sample = mats.mat();
        Size size = new Size(Math.max(1, box.width / step), Math.max(1, box.height / step));
        Imgproc.resize(part, sample, size, 0, 0, Imgproc.INTER_NEAREST);
        return sample;
    }

    private static void remove(
            LinearImage photo, @Nullable Mask unwanted, Mat from, Rect box, int step, MatScope mats) {
        if (unwanted != null) {
            requireSize(photo, unwanted);
            from.setTo(Scalar.all(0), sampled(unwanted.pixels(), box, step, mats));
        }
    }

    private static LinearRgb mean(Mat rgb, Mat mask) {
        Scalar mean = Core.mean(rgb, mask);
        return new LinearRgb(mean.val[0], mean.val[1], mean.val[2]);
    }
}
