package io.stipple.dots;

import io.stipple.model.PointPx;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Rect;

/**
 * What shows once the dots of known places are weighed and taken out: new dots, also beside and on known ones, dots of
 * places that were given up too early, and what a known dot's misfit leaves.
 */
final class Newcomers {
    private static final double BESIDE_MM = 0.55; // about a dot's width
    private static final double LEAST_PART = 0.5; // of the typical pigment: what a new dot on a known one adds at least
    private static final double WIDE = 1.2; // of the peak of what is wider than a dot: it is flatter than one
    private static final int SWEEPS = 3;

    private final ProfileFit fit;
    private final Calibration own;
    private final Rect crop;
    private final List<Blob> known;
    private final List<Blob> gone;

    /**
     * @param fit with the known dots taken out of it
     * @param known dots at known places
     * @param gone known places without one
     */
    Newcomers(ProfileFit fit, Calibration own, Rect crop, List<Blob> known, List<Blob> gone) {
        this.fit = fit;
        this.own = own;
        this.crop = crop;
        this.known = new ArrayList<>(known);
        this.gone = List.copyOf(gone);
    }

    /**
     * Gives new candidates beside known dots the photo's common shape, since so near to a neighbour the fit cannot tell
     * it, and takes out again those that are too faint for a dot: they are what a known dot's misfit leaves.
     *
     * @param blobs known dots and candidates, all taken out of the fit
     * @return those that stay
     */
    List<Blob> shaped(List<Blob> blobs, BlobFilters noise, double leastSnr) {
        Calibration.shape(blobs, own.scalpMm2(), own.blurPx2());
        welcomeBack(blobs);
        List<Blob> beside = shapeBeside(blobs);
        List<Blob> cluster = new ArrayList<>(known);
        cluster.addAll(beside);
        ProfileFit.wake(cluster);
        fit.sweepPlaces(cluster, SWEEPS);
        List<Blob> stay = new ArrayList<>();
        for (Blob b : blobs) {
            if (b.beside) {
                noise.measure(b, crop);
                if (b.snr < leastSnr || b.ownPigment < LEAST_PART * own.pigmentMm2()) {
                    fit.restore(b);
                    continue;
                }
            }
            stay.add(b);
        }
        return stay;
    }

    /** What shows at a place that was given up is its dot, for strangers do not stand so near. */
    private void welcomeBack(List<Blob> blobs) {
        double gateMm = TrackerSettings.defaults().leastGateMm();
        PointGrid places = new PointGrid(
                8, gone.stream().map(b -> new PointPx(b.homeX, b.homeY)).toList());
        for (Blob b : blobs) {
            if (!b.known && b.relativeSize < KnownPlaces.MOLE_SIZE) {
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
            if (!b.known && places.anyWithin(b.x, b.y, b.frame, BESIDE_MM)) {
                fit.restore(b);
                // What is wider than a dot has taken in others: its peak, not its light, is one dot's.
                double light = b.peak * b.areaPx();
                Covariance.seen(b.frame, own.scalpMm2(), own.blurPx2()).give(b);
                b.peak = Math.min(light / b.areaPx(), WIDE * b.peak);
                b.beside = true;
                fit.subtract(b);
                beside.add(b);
            }
        }
        return beside;
    }
}
