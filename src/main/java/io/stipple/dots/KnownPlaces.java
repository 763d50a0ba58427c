package io.stipple.dots;

import io.stipple.model.PointPx;
import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencv.core.Mat;
import org.opencv.core.Rect;

/**
 * Weighs the photo where other photos show dots, before anything new is looked for (forced photometry, as surveys of
 * variable stars do it): a dot whose place is known stands out from its neighbours and from noise in which it would not
 * be found, and what it leaves over shows the new dot beside it.
 */
final class KnownPlaces {
    // At a place known beforehand one in forty is noise, and most dots do stay.
    private static final double LEAST_SNR = 2;
    private static final double LEAST_SHARE = 0.3; // of the typical pigment: paler ones have gone
    private static final double OWN_GROUND = 1.0; // deviations of a candidate: nearer ones are the known dot itself
    private static final double CLAIM_MM = 0.3; // nothing farther from a place than this can be its dot
    private static final double BESIDE_MM = 0.55; // about a dot's width
    private static final double MOLE_SIZE = 1.5; // of a typical dot
    private static final double MOLE_PIGMENT = 3; // of a typical dot's
    private static final double MOLE_REACH = 2; // deviations
    private static final int SWEEPS = 3;

    private final ProfileFit fit;
    private final Calibration own;
    private final Rect crop;
    private List<Blob> known = List.of();
    private List<Blob> others = List.of();
    private final List<Blob> gone = new ArrayList<>();

    KnownPlaces(ProfileFit fit, Calibration own, Rect crop) {
        this.fit = fit;
        this.own = own;
        this.crop = crop;
    }

    /**
     * Weighs all places together, each in place of the candidates that stood for it; the fit's residual follows. None is
     * judged yet: what noise there is shows once all are out of the picture.
     */
    void weigh(List<Blob> candidates, Expectation expected, Mat mask, ScalpGeometry geometry) {
        known = known(expected, mask, geometry, moles(candidates));
        others = givenWay(candidates, known);
        // A candidate that took in a known dot and a new one would leave nothing of the known one.
        List<Blob> beside = shapeBeside(others);
        for (int round = 0; round < SWEEPS; round++) {
            fit.sweepPeaks(known);
            fit.sweepPeaks(others);
            fit.sweepPlaces(beside);
        }
    }

    /** The dots that are there at their places, and the candidates that stand elsewhere. */
    List<Blob> settle(BlobFilters noise) {
        known = stillThere(known, noise);
        for (int round = 0; round < SWEEPS; round++) {
            fit.sweepPlaces(known);
            fit.sweepPeaks(others);
        }
        known = stillThere(known, noise);
        List<Blob> all = new ArrayList<>(known);
        all.addAll(others);
        return all;
    }

    /** What is too large and too dark for a dot, or for two in one. */
    private List<Blob> moles(List<Blob> candidates) {
        return candidates.stream()
                .filter(b -> b.relativeSize > MOLE_SIZE && b.ownPigment > MOLE_PIGMENT * own.pigmentMm2())
                .toList();
    }

    private List<Blob> known(Expectation expected, Mat mask, ScalpGeometry geometry, List<Blob> moles) {
        double variance = fit.noiseVariance();
        byte[] inside = new byte[1];
        List<Blob> known = new ArrayList<>();
        for (PointPx place : expected.places()) {
            double x = place.x() - crop.x;
            double y = place.y() - crop.y;
            Optional<ScalpFrame> frame = geometry.at(place.x(), place.y());
            if (x < 1 || y < 1 || x >= crop.width - 1.5 || y >= crop.height - 1.5 || frame.isEmpty()) {
                continue;
            }
            mask.get((int) Math.round(y), (int) Math.round(x), inside);
            // On a mole no dot can be told from the mole.
            boolean onMole = moles.stream().anyMatch(m -> Covariance.of(m).distance(x - m.x, y - m.y) < MOLE_REACH);
            if (inside[0] != 0 && !onMole) {
                Blob blob = new Blob(frame.get(), 0, x, y, 1, 0);
                Covariance.seen(frame.get(), own.scalpMm2(), own.blurPx2()).give(blob);
                double sdPx = expected.placeSdMm() * frame.get().pxPerMm();
                blob.expectAt(x, y, variance / (sdPx * sdPx));
                known.add(blob);
            }
        }
        return known;
    }

    private List<Blob> givenWay(List<Blob> candidates, List<Blob> known) {
        PointGrid places =
                new PointGrid(8, known.stream().map(b -> new PointPx(b.x, b.y)).toList());
        List<Blob> others = new ArrayList<>();
        for (Blob b : candidates) {
            boolean[] stood = {false};
            double claim = CLAIM_MM * b.frame.pxPerMm();
            places.within(b.x, b.y, claim, i -> {
                PointPx p = places.point(i);
                stood[0] |= Covariance.of(b).distance(p.x() - b.x, p.y() - b.y) < OWN_GROUND;
            });
            if (stood[0]) {
                fit.restore(b);
            } else {
                others.add(b);
            }
        }
        return others;
    }

    private List<Blob> stillThere(List<Blob> known, BlobFilters noise) {
        List<Blob> there = new ArrayList<>();
        for (Blob b : known) {
            b.snr = noise.snrOf(b, crop);
            b.ownPigment = Calibration.rawPigment(b);
            if (isThere(b, own)) {
                there.add(b);
            } else {
                fit.restore(b);
                gone.add(b);
            }
        }
        return there;
    }

    /**
     * Gives new candidates beside known dots the photo's common shape: so near to a neighbour the fit cannot tell it.
     */
    void shapeNewcomers(List<Blob> blobs) {
        Calibration.shape(blobs, own.scalpMm2(), own.blurPx2());
        welcomeBack(blobs);
        List<Blob> cluster = new ArrayList<>(known);
        cluster.addAll(shapeBeside(blobs));
        for (int round = 0; round < SWEEPS; round++) {
            fit.sweepPlaces(cluster);
        }
    }

    /** What shows at a place that was given up is its dot, for strangers do not stand so near. */
    private void welcomeBack(List<Blob> blobs) {
        double gateMm = TrackerSettings.defaults().leastGateMm();
        PointGrid places = new PointGrid(
                8, gone.stream().map(b -> new PointPx(b.homeX, b.homeY)).toList());
        for (Blob b : blobs) {
            if (!b.known && b.relativeSize < MOLE_SIZE) {
                places.within(b.x, b.y, gateMm * b.frame.pxPerMm(), i -> {
                    Blob place = gone.get(i);
                    if (b.frame.mmOf(place.homeX - b.x, place.homeY - b.y) < gateMm) {
                        b.expectAt(place.homeX, place.homeY, place.homeWeight);
                    }
                });
                if (b.known) {
                    known.add(b);
                }
            }
        }
    }

    /** Those of some blobs that stand beside known places and are no moles, now of the common shape. */
    private List<Blob> shapeBeside(List<Blob> blobs) {
        PointGrid places =
                new PointGrid(8, known.stream().map(b -> new PointPx(b.x, b.y)).toList());
        List<Blob> beside = new ArrayList<>();
        for (Blob b : blobs) {
            boolean[] near = {false};
            if (!b.known && b.relativeSize < MOLE_SIZE) {
                places.within(b.x, b.y, BESIDE_MM * b.frame.pxPerMm(), i -> {
                    PointPx p = places.point(i);
                    near[0] |= b.frame.mmOf(p.x() - b.x, p.y() - b.y) < BESIDE_MM;
                });
            }
            if (near[0]) {
                fit.restore(b);
                double pigment = Calibration.rawPigment(b);
                Covariance.seen(b.frame, own.scalpMm2(), own.blurPx2()).give(b);
                b.peak = pigment / (b.areaPx() * b.frame.mm2PerPx());
                b.beside = true;
                fit.subtract(b);
                beside.add(b);
            }
        }
        return beside;
    }

    /** Whether a dot whose place was known is in this photo too. */
    static boolean isThere(Blob b, Calibration own) {
        return b.snr >= LEAST_SNR && b.ownPigment >= LEAST_SHARE * own.pigmentMm2();
    }
}
