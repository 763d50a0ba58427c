package io.stipple.pipeline;

import io.stipple.dots.Completeness;
import io.stipple.dots.CompletenessResult;
import io.stipple.dots.DotField;
import io.stipple.dots.DotFinder;
import io.stipple.dots.TooCoarseException;
import io.stipple.head.Head;
import io.stipple.model.Dot;
import io.stipple.model.PixelMap;
import io.stipple.model.PointPx;
import io.stipple.model.RegistrationVerdict;
import io.stipple.model.ScalpGeometry;
import io.stipple.model.Verdict;
import io.stipple.opencv.LinearImage;
import io.stipple.opencv.Mask;
import io.stipple.photo.Glare;
import io.stipple.photo.Photo;
import io.stipple.photo.Sharpness;
import io.stipple.region.SeenScalp;
import io.stipple.registration.Registration;
import io.stipple.series.Shot;
import io.stipple.tone.RegionTone;
import io.stipple.tone.ToneMeter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measures one photo while its pixels are in memory; what it returns holds none. */
final class PhotoMeasuring {
    private final AnalysisSettings settings;
    private final ReferencePhoto reference;
    private final DotFinder finder;

    PhotoMeasuring(ReferencePhoto reference, AnalysisSettings settings) {
        this.settings = settings;
        this.reference = reference;
        this.finder = new DotFinder(settings.dots());
    }

    /**
     * A photo and how it lies on the reference.
     *
     * @param shot the photo
     * @param photo its pixels
     * @param head in it
     * @param map to the reference
     * @param residualMm median error of the map
     * @param overlapPct share of the reference's head that the photo shows
     * @param verdict {@code reference} or {@code ok}
     */
    record Placed(
            Shot shot,
            Photo photo,
            Head head,
            PixelMap map,
            double residualMm,
            double overlapPct,
            RegistrationVerdict verdict) {
        static Placed asReference(Shot shot, Photo photo, Head head) {
            return new Placed(shot, photo, head, PixelMap.identity(), 0, 100, RegistrationVerdict.REFERENCE);
        }

        static Placed on(ReferencePhoto reference, Shot shot, Photo photo, Head head, Registration registration) {
            return new Placed(
                    shot,
                    photo,
                    head,
                    registration.map(),
                    registration.residualPx() / reference.scale().pxPerMm(),
                    registration.overlapPct(),
                    RegistrationVerdict.OK);
        }

        ScalpGeometry geometry(ReferencePhoto reference) {
            return verdict == RegistrationVerdict.REFERENCE ? reference.geometry() : map.carry(reference.geometry());
        }
    }

    PhotoEvidence measure(Placed placed, String aligned) {
        LinearImage image = placed.photo().image();
        ScalpGeometry geometry = placed.geometry(reference);
        try (Mask gloss = Glare.find(image, placed.head().mask());
                Mask scalp = placed.head().mask().minus(gloss)) {
            SeenScalp seen = seen(placed, scalp, geometry);
            Counted counted = count(placed, scalp, geometry, seen);
            Map<String, RegionEvidence> regions = regions(placed, gloss, seen, counted);
            PhotoRows.Optics optics = new PhotoRows.Optics(
                    Sharpness.blurSigmaPx(image, placed.head().mask()), Glare.percent(gloss, placed.head().mask()));
            return new PhotoEvidence(
                    placed.shot(),
                    PhotoRows.placed(placed, reference, nearestPxPerMm(placed, geometry, seen), optics, counted),
                    new PhotoEvidence.Scalp(
                            placed.map(),
                            placed.residualMm(),
                            seen,
                            counted.dots(),
                            regions,
                            counted.rejected(),
                            aligned));
        }
    }

    /**
     * What counting gave.
     *
     * @param verdict {@code measured} or {@code tone-only}
     * @param reason for the latter
     */
    record Counted(
            Verdict verdict,
            String reason,
            List<Dot> dots,
            Map<String, Integer> rejected,
            Map<String, CompletenessResult> completeness,
            @Nullable Mask dotMask) {}

    private SeenScalp seen(Placed placed, Mask scalp, ScalpGeometry geometry) {
        return SeenScalp.of(reference.widthPx(), reference.heightPx(), settings.seenCellPx(), (x, y) -> {
            if (!facesCamera(reference.geometry(), x, y) || !placed.map().trusted(x, y)) {
                return false;
            }
            PointPx at = placed.map().toPhoto(x, y);
            return scalp.contains(at.x(), at.y()) && facesCamera(geometry, at.x(), at.y());
        });
    }
}
