package io.stipple.dots;

import io.stipple.model.PointPx;
import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;
import org.opencv.core.Rect;

/**
 * Weighs the photo where other photos show dots, before anything new is looked for (forced photometry, as surveys of
 * variable stars do it): a dot whose place is known stands out from its neighbours and from noise in which it would not
 * be found. None is given more light than it had: what is left over is the new dot beside it, or on it.
 */
final class KnownPlaces {
    // At a place known beforehand one in forty is noise, and most dots do stay.
    private static final double LEAST_SNR = 2;
    private static final double LEAST_SHARE = 0.3; // of the typical pigment: paler ones have gone
    static final double MOLE_SIZE = 1.5; // of a typical dot
    private static final double MOLE_PIGMENT = 3; // of a typical dot's
    private static final double MOLE_REACH = 2; // deviations
    // From one photo to the next a dot's weight scatters by 15 % around what the photos' dots do as one; 2 deviations.
    private static final double MOST_GROWTH = 1.3;
    private static final double GROWTH_SCATTER = 0.2; // the same 15 %, and what is known of the growth itself
    private static final double HALF = 0.5;
    private static final int SWEEPS = 3;
    private static final double LEAST_OWN_PART = 0.05;

    private final ProfileFit fit;
    private final Calibration own;
    private final Rect crop;
    private @Nullable PlaceStatistics learnt;
    private List<Blob> known = List.of();
    private final List<Blob> gone = new ArrayList<>();

    /** @param learnt from this photo before; null where it is to be learnt */
    KnownPlaces(ProfileFit fit, Calibration own, Rect crop, @Nullable PlaceStatistics learnt) {
        this.fit = fit;
        this.own = own;
        this.crop = crop;
        this.learnt = learnt;
    }

    /** What the photo taught of its places; nothing before they were weighed. */
    PlaceStatistics learnt() {
        return learnt == null ? PlaceStatistics.NONE : learnt;
    }

    /** Dots that show beside those of the places weighed, or where such were given up. */
    Newcomers newcomers() {
        return new Newcomers(fit, own, crop, known, gone);
    }

    /**
     * Weighs all places together, none more than a little above what its dot weighed, and gives up those where nothing
     * is; the fit's residual follows.
     *
     * @param candidates of the photo by itself: where they are moles no dot is weighed
     * @return the dots that are there
     */
    List<Blob> weigh(List<Blob> candidates, Expectation expected, Mat mask, ScalpGeometry geometry, BlobFilters noise) {
        List<Blob> moles = mayLieOnMoles(expected) ? moles(candidates) : List.of();
        known = known(expected, mask, geometry, moles);
        if (learnt == null) {
            learn(expected, mask, noise);
        } else {
            YoungDots.fade(known, learnt.youngOverOld());
            weighFreely(learnt.skin(), mask);
            weighBound(learnt, noise);
        }
        double[] snrs = expectedSnrs(known, noise, crop);
        PlaceOdds odds = learnt().odds();
        for (int i = 0; i < snrs.length; i++) {
            weighOdds(known.get(i), odds, snrs[i]);
        }
        known = stillThere(known, noise);
        ProfileFit.wake(known);
        fit.sweepPlaces(known, SWEEPS);
        known = stillThere(known, noise);
        return known;
    }

    /** Weighs the places twice: loosely for what the photo teaches of them, then by that. */
    private void learn(Expectation expected, Mat mask, BlobFilters noise) {
        boolean onlyKnown = isOnlyKnown(expected);
        CrowdedSkin skin = onlyKnown ? CrowdedSkin.of(known, fit, mask) : CrowdedSkin.NONE;
        weighFreely(skin, mask);
        known.parallelStream().forEach(b -> b.snr = noise.snrOf(b, crop));
        double youngOverOld = YoungDots.overOld(known, LEAST_SNR);
        YoungDots.fade(known, youngOverOld);
        PlaceOdds growth = PlaceOdds.ofGrowth(known, LEAST_SNR);
        learnt = new PlaceStatistics(onlyKnown, skin, growth, PlaceScatter.NONE, youngOverOld);
        weighBound(learnt, noise);
        PlaceScatter scatter = PlaceScatter.of(known);
        double stayed = shares(growth, noise).stayed();
        learnt = new PlaceStatistics(onlyKnown, skin.ofThoseThat(stayed), growth, scatter, youngOverOld);
        ProfileFit.wake(known);
        weighBound(learnt, noise);
        learnt = new PlaceStatistics(onlyKnown, learnt.skin(), shares(growth, noise), scatter, youngOverOld);
    }

    private PlaceOdds shares(PlaceOdds growth, BlobFilters noise) {
        double[] snrs = expectedSnrs(known, noise, crop);
        askPeaks(learnt().onlyKnown(), noise);
        return growth.withShares(known, snrs, i -> standsOut(known.get(i), own));
    }

    private void weighFreely(CrowdedSkin skin, Mat mask) {
        skin.takeOff(fit, mask);
        fit.sweepPeaks(known, SWEEPS);
    }

    private void weighBound(PlaceStatistics by, BlobFilters noise) {
        known.parallelStream().forEach(b -> bound(b, by, noise));
        by.scatter().hold(known, noise, crop);
        fit.sweepPlaces(known, SWEEPS);
    }

    /** Whether most places lie where no dot can have come since. */
    private boolean isOnlyKnown(Expectation expected) {
        long closed = known.stream()
                .filter(b -> !expected.mayBeNew().test(new PointPx(b.homeX + crop.x, b.homeY + crop.y)))
                .count();
        return closed > known.size() / 2;
    }

    /** Bounds a dot's weight by what it was, times what became of the dots around it. */
    private void bound(Blob b, PlaceStatistics by, BlobFilters noise) {
        if (b.expectedPigment > 0) {
            double shown = by.odds().growthAt(b);
            double growth = by.skin().growthAt(b, shown, by.odds().growth());
            b.expectedPeak = growth * b.peakOf(b.expectedPigment);
            b.mostPeak = MOST_GROWTH * b.expectedPeak;
            if (by.onlyKnown()) {
                double sd = GROWTH_SCATTER * b.expectedPeak;
                b.peakWeight = noise.varianceUnder(b, crop) / (sd * sd);
            }
        }
    }

    private void weighOdds(Blob b, PlaceOdds odds, double expectedSnr) {
        // What was pale already is told from nothing by its own light alone.
        if (b.pigmentOf(b.expectedPeak) >= LEAST_SHARE * own.pigmentMm2()) {
            b.therePeak = odds.leastShareAt(b, expectedSnr) * b.expectedPeak;
        }
    }

    /** What each would stand out by with all of its weight, among its neighbours; 0 where that weight is not known. */
    private static double[] expectedSnrs(List<Blob> known, BlobFilters noise, Rect crop) {
        PointGrid places =
                new PointGrid(8, known.stream().map(b -> new PointPx(b.x, b.y)).toList());
        return known.stream()
                .parallel()
                .mapToDouble(b -> b.expectedPigment > 0
                        ? noise.snrOf(b, b.expectedPeak, crop) * Math.sqrt(ownPart(b, known, places))
                        : 0)
                .toArray();
    }

    /**
     * Share of the information on a dot's weight that is left once its neighbours must be weighed too: for profiles
     * that overlap by a little, 1 less the squares of their overlaps.
     */
    private static double ownPart(Blob b, List<Blob> known, PointGrid places) {
        Covariance shape = Covariance.of(b);
        double[] shared = {0};
        places.within(b.x, b.y, shape.overlapReach(), i -> {
            Blob other = known.get(i);
            shared[0] += other == b ? 0 : shape.overlap(other.x - b.x, other.y - b.y);
        });
        return Math.max(LEAST_OWN_PART, 1 - shared[0]);
    }

    /** With the untreated skin out of the picture its moles are too, and what looks like one is a crowd of dots. */
    static boolean mayLieOnMoles(Expectation expected) {
        return expected.untreated() == null;
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
        PointGrid patches =
                new PointGrid(16, moles.stream().map(m -> new PointPx(m.x, m.y)).toList());
        List<Blob> weighed = new ArrayList<>();
        List<Optional<ScalpFrame>> frames = expected.places().parallelStream()
                .map(place -> geometry.at(place.at().x(), place.at().y()))
                .toList();
        for (int i = 0; i < frames.size(); i++) {
            Expectation.Place place = expected.places().get(i);
            double x = place.at().x() - crop.x;
            double y = place.at().y() - crop.y;
            Optional<ScalpFrame> frame = frames.get(i);
            if (x < 1 || y < 1 || x >= crop.width - 1.5 || y >= crop.height - 1.5 || frame.isEmpty()) {
                continue;
            }
            mask.get((int) Math.round(y), (int) Math.round(x), inside);
            // On a mole no dot can be told from the mole.
            if (inside[0] != 0 && !onMole(moles, patches, x, y)) {
                Blob blob = new Blob(frame.get(), 0, x, y, 1, 0);
                Covariance.seen(frame.get(), own.scalpMm2(), own.blurPx2()).give(blob);
                double sdPx = expected.placeSdMm() * frame.get().pxPerMm();
                blob.expectAt(x, y, variance / (sdPx * sdPx));
                blob.expectedPigment = place.pigmentMm2();
                blob.young = place.young();
                // A place that has lost its dot would take the light of a new one beside it.
                (place.missed() ? gone : weighed).add(blob);
            }
        }
        return weighed;
    }

    private static boolean onMole(List<Blob> moles, PointGrid patches, double x, double y) {
        double farthest =
                MOLE_REACH * moles.stream().mapToDouble(Blob::reach).max().orElse(0);
        boolean[] on = {false};
        patches.within(x, y, farthest, i -> {
            Blob m = moles.get(i);
            on[0] |= Covariance.of(m).distance(x - m.x, y - m.y) < MOLE_REACH;
        });
        return on[0];
    }

    private List<Blob> stillThere(List<Blob> weighed, BlobFilters noise) {
        List<Blob> there = new ArrayList<>();
        askPeaks(learnt().onlyKnown(), noise);
        for (Blob b : weighed) {
            if (isThere(b, own)) {
                b.presumed = !standsOut(b, own);
                there.add(b);
            } else {
                fit.restore(b);
                gone.add(b);
            }
        }
        return there;
    }

    /**
     * What each place shows: the dot as fitted, and where its weight was held to what is expected, as its light alone
     * has it.
     */
    private void askPeaks(boolean held, BlobFilters noise) {
        if (held) {
            fit.askPeaks(known);
        }
        known.parallelStream().forEach(b -> {
            b.freePeak = held ? b.freePeak : b.peak;
            double peak = Math.max(0, b.freePeak);
            b.ownPigment = b.pigmentOf(peak);
            b.snr = noise.snrOf(b, peak, crop);
        });
    }

    /** Whether a dot whose place was known is in this photo too. */
    static boolean isThere(Blob b, Calibration own) {
        return standsOut(b, own) || b.freePeak > b.therePeak;
    }

    private static boolean standsOut(Blob b, Calibration own) {
        // Where all dots are weak it is likelier there than not from half of its weight on.
        return (b.snr >= LEAST_SNR || b.freePeak >= HALF * b.expectedPeak)
                && b.ownPigment >= LEAST_SHARE * own.pigmentMm2();
    }
}
