package io.stipple.dots;

import io.stipple.model.Dot;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpGeometry;
import io.stipple.opencv.LinearImage;
import io.stipple.opencv.Mask;
import io.stipple.opencv.MatScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.imgproc.Imgproc;

/**
 * Finds and weighs the dots of a photo as a star finder does: local background and noise (SExtractor), matched filters
 * (DAOFIND), fits with neighbours subtracted (DAOPHOT), and a choice among the candidates that is calibrated on the
 * photo's own round strong blobs.
 */
public final class DotFinder {
    private static final int NEWCOMER_PASSES = 3; // each finds what stood in the shade of those found before
    private static final double FEW_NEWCOMERS = 0.02; // of the dots: the next pass finds a tenth as many

    private static final double MARKED = 2; // deviations of noise that a candidate keeps once its neighbours are out

    // Typical deviations of a dot: a mole must be able to show that it is larger.
    private static final double MOST_STRETCHED = 1.8;

    private final DotSettings settings;

    public DotFinder(DotSettings settings) {
        this.settings = settings;
    }

    /**
     * The photo's dots; the caller closes the field.
     *
     * @param photo upright, linear light
     * @param scalp where to look: the head without gloss, hair and whatever else hides skin; of the photo's size
     * @param geometry of this photo; where it knows no scalp nothing is found
     * @throws TooCoarseException when even common dots cover fewer pixels than can be told apart; says what would do
     * @throws IllegalArgumentException when the mask is not of the photo's size or is empty
     */
    public DotField find(LinearImage photo, Mask scalp, ScalpGeometry geometry) throws TooCoarseException {
        return find(photo, scalp, geometry, Expectation.NONE);
    }

    /**
     * As {@link #find(LinearImage, Mask, ScalpGeometry)}, knowing more of the scalp.
     *
     * @param expected what other photos of the scalp, and the calendar, say
     */
    public DotField find(LinearImage photo, Mask scalp, ScalpGeometry geometry, Expectation expected)
            throws TooCoarseException {
        Mat pixels = scalp.pixels();
        if (pixels.cols() != photo.widthPx() || pixels.rows() != photo.heightPx()) {
            throw new IllegalArgumentException("the mask is " + pixels.cols() + " x " + pixels.rows()
                    + " px, the photo " + photo.widthPx() + " x " + photo.heightPx());
        }
        Rect crop = Imgproc.boundingRect(pixels);
        if (crop.empty()) {
            throw new IllegalArgumentException("the mask of the scalp is empty");
        }
        ScalpSurvey survey = ScalpSurvey.of(pixels, crop, geometry);
        requireResolution(survey.pxPerMm());
        try (var mats = new MatScope()) {
            Mat mask = mats.mat();
            mats.own(pixels.submat(crop)).copyTo(mask);
            double skinRadius = settings.backgroundMm() * survey.pxPerMm();
            Mat missing = mats.own(MissingLight.of(photo, crop, mask, skinRadius, settings));
            Mat blood = mats.own(MissingLight.ofBlood(photo, crop, mask, skinRadius, settings));
            UntreatedSkin.Seen untreated = expected.untreated();
            if (untreated == null) {
                Moles.takeOut(missing, mask, settings.largestDotMm() * survey.pxPerMm());
            } else {
                // Moles go with the skin; what is dark over a wide disc then is a crowd of dots.
                Mat skin = mats.own(untreated.in(crop));
                Mat bare = SkinSubtraction.of(missing, skin, mask, settings.noiseMm() * survey.pxPerMm());
                mats.free(missing);
                missing = mats.own(bare);
            }
            List<Double> widths = BlobFilters.widths(
                    settings.smallestDotMm() * survey.pxPerMm(), settings.largestDotMm() * survey.pxPerMm());
            CandidateSearch search = search(crop, geometry, mask, widths, survey.pxPerMm());
            var learnt = search.learn(
                    missing,
                    widths,
                    skinRadius,
                    settings.noiseMm() * survey.pxPerMm(),
                    blobs -> Calibration.learn(blobs, survey.areaCm2(), settings, expected.treated()));
            var found = learnt.found();
            var plate = new DotField.Plate(crop, pixels.size(), missing, mask, found.crowded(), found.bare());
            DotField field = choose(plate, learnt, search, blood, survey, geometry, expected);
            mats.keep(missing);
            mats.keep(mask);
            return field;
        }
    }

    private CandidateSearch search(Rect crop, ScalpGeometry geometry, Mat mask, List<Double> sigmas, double pxPerMm) {
        return new CandidateSearch(crop, geometry, mask, sigmas, settings, widestPx(pxPerMm));
    }

    private DotField choose(
            DotField.Plate plate,
            CandidateSearch.Learnt learnt,
            CandidateSearch search,
            Mat blood,
            ScalpSurvey survey,
            ScalpGeometry geometry,
            Expectation expected) {
        CandidateSearch.Found found = learnt.found();
        Calibration own = learnt.own();
        List<Blob> blobs = found.blobs();
        blobs.forEach(b -> b.ownPigment = Calibration.rawPigment(b));
        var known = new DotField.Known(expected, PlaceDrift.NONE, PlaceStatistics.NONE);
        if (own.treated() && !expected.places().isEmpty()) {
            List<PointPx> dots = ownDots(blobs, own, plate.crop());
            PlaceDrift drift = PlaceDrift.of(expected.points(), dots, survey.pxPerMm());
            Expectation onMap = expected.moved(drift);
            Expectation wanted = onMap.moved(PlaceDrift.rest(onMap.points(), dots, survey.pxPerMm()));
            found = found.with(search.fitOf(plate.missing(), widestPx(blobs, own)));
            var places = new KnownPlaces(found.fit(), own, plate.crop(), null);
            blobs = knownFirst(places, found, blobs, plate, search, Area.WHOLE, geometry, wanted, NEWCOMER_PASSES);
            known = new DotField.Known(wanted, drift, places.learnt());
        }
        var judging = new Judging(found, own, known.expected(), settings, plate.crop());
        blobs = judging.of(blobs);
        judging.putFaintAside(blobs);
        var weighed = new ForcedPhotometry(search, plate, blood, settings.backgroundMm() * survey.pxPerMm())
                .weigh(found.fit(), blobs, own);
        var weighing = new Weighing(own, weighed.profile(), weighed.alone(), plate.crop());
        return field(plate, blobs, own, weighing, known, survey.pxPerMm());
    }

    /** The photo's own round candidates of a dot's size, px of the photo. */
    private List<PointPx> ownDots(List<Blob> blobs, Calibration own, Rect crop) {
        return blobs.stream()
                .filter(b -> b.snr >= settings.dotSnr()
                        && DotRules.hasShapeOfDot(b, settings)
                        && b.ownPigment * settings.darknessSpread() >= own.pigmentMm2())
                .map(b -> new PointPx(b.x + crop.x, b.y + crop.y))
                .toList();
    }

    /**
     * The dots that other photos showed and that are there, and what shows once these are taken out.
     *
     * @param places of the fit
     * @param found with a fit from which nothing is taken out yet
     * @param alone what the photo shows by itself
     * @param leastPasses looks for newcomers, also where they have become few: in a whole photo the last one is worth its
     *     time, since without it 17 more of 9,526 dots were false
     */
    private List<Blob> knownFirst(
            KnownPlaces places,
            CandidateSearch.Found found,
            List<Blob> alone,
            DotField.Plate plate,
            CandidateSearch search,
            Area wanted,
            ScalpGeometry geometry,
            Expectation expected,
            int leastPasses) {
        List<Blob> blobs = new ArrayList<>(places.weigh(alone, expected, plate.mask(), geometry, found.bare()));
        Newcomers newcomers = places.newcomers();
        long before = strong(blobs);
        for (int pass = 1; ; pass++) {
            search.more(found.bare(), found.fit(), blobs, wanted);
            blobs = newcomers.shaped(blobs, found.bare(), settings.dotSnr());
            long now = strong(blobs);
            boolean few = now - before <= FEW_NEWCOMERS * now;
            if (pass == NEWCOMER_PASSES || (few && pass >= leastPasses)) {
                return blobs;
            }
            before = now;
        }
    }

    private long strong(List<Blob> blobs) {
        return blobs.stream().filter(b -> b.snr >= settings.dotSnr()).count();
    }

    /**
     * Finds dots in another picture of the same scalp, with all that was learnt of the photo, only where wanted.
     *
     * @param places where dots are expected, px of the photo
     */
    List<Blob> findAgain(
            DotField field, Mat picture, ScalpGeometry geometry, List<Expectation.Place> places, Area wanted) {
        DotField.Plate plate = field.plate();
        double pxPerMm = Calibration.median(
                field.blobs().stream().mapToDouble(b -> b.frame.pxPerMm()).toArray());
        var search = search(
                plate.crop(), geometry, plate.mask(), plate.bare().sigmasPx(), Double.isNaN(pxPerMm) ? 1 : pxPerMm);
        Rect crop = plate.crop();
        List<Expectation.Place> near = places.stream()
                .filter(p -> wanted.contains(p.at().x() - crop.x, p.at().y() - crop.y))
                .toList();
        Calibration own = field.calibration();
        Expectation expected = field.expected().withPlaces(near);
        if (!own.treated() || near.isEmpty()) {
            var found = search.repeat(picture, plate.crowded(), plate.bare(), wanted);
            return new Judging(found, own, expected, settings, crop).of(found.blobs());
        }
        List<Blob> alone = List.of();
        if (KnownPlaces.mayLieOnMoles(expected)) {
            var seen = search.repeat(picture, plate.crowded(), plate.bare(), wanted);
            alone = seen.blobs();
            new Judging(seen, own, expected, settings, crop).weigh(alone);
        }
        var fit = search.fitOf(picture, widestPx(field.blobs(), own));
        var found = new CandidateSearch.Found(alone, fit, plate.crowded(), plate.bare());
        var known = new KnownPlaces(fit, own, crop, field.places());
        List<Blob> blobs = knownFirst(known, found, alone, plate, search, wanted, geometry, expected, 1);
        return new Judging(found, own, expected, settings, crop).of(blobs);
    }

    private static DotField field(
            DotField.Plate plate,
            List<Blob> blobs,
            Calibration own,
            Weighing weighing,
            DotField.Known known,
            double pxPerMm) {
        DotProfile profile = weighing.profile();
        Map<String, Integer> rejected = new TreeMap<>();
        List<Dot> dots = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (Blob b : blobs) {
            if (b.kind != Mark.Kind.DOT) {
                rejected.merge(b.kind.word(), 1, Integer::sum);
                if (b.snr < MARKED) {
                    continue;
                }
            }
            Dot dot = weighing.dotOf(b);
            marks.add(new Mark(dot, b.kind, b.known));
            if (b.kind == Mark.Kind.DOT) {
                dots.add(dot);
            }
        }
        var readingOrder = Comparator.comparingDouble((Dot d) -> d.centre().y())
                .thenComparingDouble(d -> d.centre().x());
        dots.sort(readingOrder);
        marks.sort(Comparator.comparing(Mark::dot, readingOrder));
        Optional<DotSize> size = profile.equals(DotProfile.GAUSSIAN)
                ? Optional.empty()
                : Optional.of(new DotSize(
                        weighing.areaMm2(),
                        weighing.typicalDiameterMm(),
                        pxPerMm,
                        profile.blurOverDisc(),
                        profile.discAreaSe()));
        return new DotField(dots, marks, rejected, plate, blobs, own, profile, weighing, size, known);
    }

    /** Once the photo's dots are known: a fit that may grow more takes in a whole crowd. */
    private static double widestPx(List<Blob> blobs, Calibration own) {
        double largest = 0;
        for (Blob b : blobs) {
            Covariance typical = Covariance.seen(b.frame, own.scalpMm2(), own.blurPx2());
            largest = Math.max(largest, Math.sqrt(Math.max(typical.xx(), typical.yy())));
        }
        return MOST_STRETCHED * largest;
    }

    private double widestPx(double pxPerMm) {
        // Twice the largest dot: a mole must be able to show that it is larger.
        return Math.max(3, settings.largestDotMm() * pxPerMm / 2);
    }

    private void requireResolution(double pxPerMm) throws TooCoarseException {
        if (settings.commonDotMm() * pxPerMm < settings.leastDotPx()) {
            throw new TooCoarseException(settings.commonDotMm(), pxPerMm, settings.leastDotPx());
        }
    }

    static float[] pixelsOf(Mat mat) {
        float[] values = new float[mat.rows() * mat.cols()];
        mat.get(0, 0, values);
        return values;
    }
}
