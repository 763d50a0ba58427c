package io.stipple.phantom;

import io.stipple.model.PixelMap;
import io.stipple.model.PointPx;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Scores a map between photos against the truth, in mm on the scalp. */
public final class MapScore {
    /** Beyond this angle of view nobody follows dots. */
    static final double LEAST_COSINE = 0.5;

    private MapScore() {}

    /**
     * The error of {@code map} where both photos see the scalp under a cosine above 0.5: the reference point whose image
     * in the photo the map takes back to the reference, against where it should land.
     *
     * @param trustedOnly leaves out points that the map itself does not trust
     */
    public static PositionScore of(PixelMap map, PhantomTruth truth, String view, String stage, boolean trustedOnly) {
        PhotoTruth photo = truth.photo(view, stage);
        PhotoTruth reference = truth.reference(view);
        ReferenceScalp scalp = truth.scalp(view);
        int step = truth.view(view).skin().stepPx();
        List<Double> errors = new ArrayList<>();
        for (int y = 0; y < reference.heightPx(); y += step) {
            for (int x = 0; x < reference.widthPx(); x += step) {
                if (reference.cosineAt(x, y) <= LEAST_COSINE
                        || photo.cosineAt(x, y) <= LEAST_COSINE
                        || !photo.showsAt(x, y)
                        || (trustedOnly && !map.trusted(x, y))) {
                    continue;
                }
                Optional<PointPx> seen = photo.referenceToPhoto(x, y);
                PointPx back = map.toReference(
                        seen.orElseThrow().x(), seen.orElseThrow().y());
                // Carried off the head: as wrong as the head is wide.
                errors.add(scalp.distanceMm(new PointPx(x, y), back).orElse(OFF_THE_HEAD_MM));
            }
        }
        return score(view, stage, "ok", errors, Double.NaN);
    }

    static final double OFF_THE_HEAD_MM = 150;

    static PositionScore score(String view, String stage, String verdict, List<Double> errors, double residualMm) {
        return new PositionScore(
                view, stage, verdict, errors.size(), quantile(errors, 0.5), quantile(errors, 0.95), residualMm);
    }

    /** Nearest rank; NaN of nothing. */
    static double quantile(List<Double> values, double share) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1L, (long) Math.floor(share * sorted.size())));
    }
}
