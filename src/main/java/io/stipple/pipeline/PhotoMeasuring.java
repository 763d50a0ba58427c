package io.stipple.pipeline;

import io.stipple.change.RegionCompleteness;
import io.stipple.head.OtherView;
import io.stipple.model.Dot;
import io.stipple.model.PixelMap;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import io.stipple.model.Verdict;
import io.stipple.opencv.LinearImage;
import io.stipple.opencv.Mask;
import io.stipple.photo.Glare;
import io.stipple.photo.PhotoInfo;
import io.stipple.photo.Sharpness;
import io.stipple.region.RegionMap;
import io.stipple.region.SeenScalp;
import io.stipple.tone.DotColourMeter;
import io.stipple.tone.RegionTone;
import io.stipple.tone.ToneMeter;
import io.stipple.tone.TooLittleSkinException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Measures the scalp in one photo while its pixels are in memory; what it returns holds none. */
final class PhotoMeasuring {
    private final ReferencePhoto reference;
    private final AnalysisSettings settings;
    private final DotCounting counting;

    PhotoMeasuring(ReferencePhoto reference, AnalysisSettings settings) {
        this.reference = reference;
        this.settings = settings;
        this.counting = new DotCounting(reference, settings);
    }

    /**
     * What the photo shows of the scalp.
     *
     * @param gloss of the photo
     */
    ScalpEvidence measure(PlacedPhoto placed, Mask gloss, ViewHistory history) {
        LinearImage image = placed.photo().image();
        Mask head = placed.head().mask();
        ScalpGeometry geometry = placed.geometry(reference);
        // Gloss changes the colour of skin; dots are lost only where the light is saturated.
        try (Mask saturated = Glare.saturated(image, head, settings.glare());
                Mask scalp = head.minus(saturated);
                RegionMasks regionMasks = RegionMasks.of(reference.regions(), placed)) {
            Double blurPx = blurPx(image, head);
            try (DotCounting.Counted counted = counting.count(placed, history, scalp, geometry, regionMasks, blurPx)) {
                SeenScalp seen = counted.seen();
                return new ScalpEvidence(
                        counted.map(),
                        camera(placed.photo().info(), counted.map()),
                        placed.residualMm(),
                        seen,
                        counted.dots(),
                        counted.marks(),
                        counted.dotSize(),
                        counted.skinTakenOut(),
                        counted.shapes(),
                        counted.rejected(),
                        counted.whyNot(),
                        regions(placed, regionMasks, gloss, counted, geometry),
                        nearestPxPerMm(placed, geometry, seen),
                        blurPx,
                        Glare.percent(gloss, head));
            }
        }
    }

    private Optional<OtherView> camera(PhotoInfo photo, PixelMap map) {
        return photo.focalLength35Mm().isEmpty()
                ? Optional.empty()
                : Optional.of(new OtherView(
                        ReferencePhoto.focalLengthPx(photo, settings), photo.widthPx(), photo.heightPx(), map));
    }

    private Map<String, RegionEvidence> regions(
            PlacedPhoto placed, RegionMasks masks, Mask gloss, DotCounting.Counted counted, ScalpGeometry geometry) {
        LinearImage image = placed.photo().image();
        RegionMap map = reference.regions();
        SeenScalp seen = counted.seen();
        DotColourMeter colours = new DotColourMeter(image, gloss, counted.mask(), settings.hue());
        Map<String, RegionEvidence> regions = new LinkedHashMap<>();
        for (String region : map.names()) {
            double share = map.areaCm2(region, seen::at) / map.areaCm2(region);
            RegionTone tone = tone(image, masks.of(region), gloss, counted.mask());
            RegionCompleteness completeness = counted.completeness().get(region);
            RegionEvidence evidence = judged(share, counted.whyNot(), completeness, tone);
            boolean healed = placed.shot().stage().showsHealedPigment();
            regions.put(
                    region,
                    healed && evidence.verdict() == Verdict.MEASURED
                            ? evidence.with(colours.measure(dotsIn(masks.of(region), counted), geometry)
                                    .orElse(null))
                            : evidence);
        }
        return regions;
    }

    private static List<Dot> dotsIn(Mask region, DotCounting.Counted counted) {
        return counted.dots().stream()
                .filter(dot -> {
                    PointPx at = dot.centre();
                    PointPx onReference = counted.map().toReference(at.x(), at.y());
                    return region.contains(at.x(), at.y()) && counted.seen().at(onReference.x(), onReference.y());
                })
                .toList();
    }

    private RegionEvidence judged(
            double seenShare,
            String whyNotCounted,
            @Nullable RegionCompleteness completeness,
            @Nullable RegionTone tone) {
        if (tone == null || !(seenShare >= settings.leastSeenShare())) {
            return new RegionEvidence(
                    Verdict.UNUSABLE,
                    String.format(Locale.ROOT, "%.0f %% of the region is seen well enough", 100 * seenShare),
                    null,
                    null,
                    null);
        }
        if (!whyNotCounted.isEmpty()) {
            return new RegionEvidence(Verdict.TONE_ONLY, whyNotCounted, null, tone, null);
        }
        if (completeness != null && completeness.ofAll().completeness() < settings.leastCompleteness()) {
            return new RegionEvidence(
                    Verdict.TONE_ONLY,
                    String.format(
                            Locale.ROOT,
                            "only %.0f %% of artificial dots are found again",
                            100 * completeness.ofAll().completeness()),
                    completeness,
                    tone,
                    null);
        }
        return new RegionEvidence(Verdict.MEASURED, "", completeness, tone, null);
    }

    private @Nullable RegionTone tone(LinearImage image, Mask region, Mask gloss, @Nullable Mask dots) {
        try {
            return ToneMeter.measure(image, region, gloss, dots, settings.tone());
        } catch (TooLittleSkinException e) {
            return null;
        }
    }

    private static @Nullable Double blurPx(LinearImage image, Mask head) {
        double sigmaPx = Sharpness.blurSigmaPx(image, head);
        return Double.isNaN(sigmaPx) ? null : (Double) sigmaPx;
    }

    /** The largest scale of the scalp that is seen: that of its nearest point. */
    private double nearestPxPerMm(PlacedPhoto placed, ScalpGeometry geometry, SeenScalp seen) {
        if (placed.isReference()) {
            return reference.scale().pxPerMm();
        }
        double largest = 0;
        int step = settings.seenCellPx() * 16;
        for (int y = 0; y < reference.heightPx(); y += step) {
            for (int x = 0; x < reference.widthPx(); x += step) {
                if (seen.at(x, y)) {
                    PointPx at = placed.map().toPhoto(x, y);
                    largest = Math.max(
                            largest,
                            geometry.at(at.x(), at.y()).map(ScalpFrame::pxPerMm).orElse(0.0));
                }
            }
        }
        return largest;
    }
}
