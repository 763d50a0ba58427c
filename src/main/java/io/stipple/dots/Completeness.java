package io.stipple.dots;

import io.stipple.model.PointPx;
import io.stipple.model.ScalpGeometry;
import io.stipple.opencv.Mask;
import io.stipple.opencv.MatScope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;

/**
 * What share of the dots the detector finds, by artificial dots (the artificial-star test of crowded-field photometry,
 * Stetson 1987): drawn from each region's own sizes and strengths, seen through the photo's own blur, set as far from
 * their neighbours as real ones stand and clear of each other, and looked for by the same detector with the same
 * thresholds but one: they need not stand out as the dots around them do ({@link StrengthAround}), so that what this
 * costs real dots is not counted.
 *
 * <p>They are added to the optical density over skin, which is where light is multiplied by a dot's transmission. All
 * regions share a picture, and those whose share is not yet known well a second one.
 */
public final class Completeness {
    private static final int LEAST_PICTURES = 1;
    private static final int MOST_PICTURES = 2;
    private static final double ENOUGH_SE =
            0.012; // twice that is well within the 4 points that retention is to be told to
    private static final int DOTS_A_PICTURE = 210;
    private static final int LEAST_SOURCES = 10;
    private static final double NEAR_IN_DIAMETERS = 0.5; // as far as a found dot may stand from where it was set

    /** What is known beforehand of an artificial dot's place. */
    private enum Place {
        NEW,
        KNOWN,
        /** Known, and nothing is there. */
        EMPTY
    }

    private final DotFinder finder;

    public Completeness(DotFinder finder) {
        this.finder = finder;
    }

    /**
     * Completeness of each region for dots at places that no other photo has shown; a region in which none can be set (no
     * skin seen, no dot in the whole photo to copy, an untreated scalp) is left out.
     *
     * @param field of the photo, not closed
     * @param regions masks of the photo's size
     * @param geometry of the photo
     * @param counts whether dots at a point of the photo count
     * @param seed of the draw
     */
    public Map<String, CompletenessResult> measure(
            DotField field, Map<String, Mask> regions, ScalpGeometry geometry, Predicate<PointPx> counts, long seed) {
        return measure(field, Place.NEW, regions, geometry, counts, seed);
    }

    /**
     * As {@link #measure}, for dots whose places other photos have shown: copies of such dots, looked for where they are
     * set, give or take what the places are uncertain by. Empty where the field knew of none.
     */
    public Map<String, CompletenessResult> measureKnown(
            DotField field, Map<String, Mask> regions, ScalpGeometry geometry, Predicate<PointPx> counts, long seed) {
        return field.expected().places().isEmpty()
                ? Map.of()
                : measure(field, Place.KNOWN, regions, geometry, counts, seed + MOST_PICTURES);
    }

    /**
     * What share of places at which other photos showed a dot and this one has none pass for a dot all the same: empty
     * places as far from the dots as dots stand, weighed as known ones are. Empty where the field knew of none.
     */
    public Map<String, CompletenessResult> measureEmpty(
            DotField field, Map<String, Mask> regions, ScalpGeometry geometry, Predicate<PointPx> counts, long seed) {
        return field.expected().places().isEmpty()
                ? Map.of()
                : measure(field, Place.EMPTY, regions, geometry, counts, seed + 2 * MOST_PICTURES);
    }

    private Map<String, CompletenessResult> measure(
            DotField field,
            Place place,
            Map<String, Mask> regions,
            ScalpGeometry geometry,
            Predicate<PointPx> counts,
            long seed) {
        Map<String, CompletenessResult> results = new TreeMap<>();
        List<Blob> sources = sources(field, place != Place.NEW);
        // What passes for a dot on untreated scalp is none, and its copies tell nothing.
        boolean untreated = !field.expected().treated() && !field.calibration().treated();
        if (untreated || sources.size() < LEAST_SOURCES) {
            return results;
        }
        float[] bare = DotFinder.pixelsOf(field.plate().missing());
        Map<String, Tally> tallies = new TreeMap<>();
        Map<String, Mask> open = new TreeMap<>(regions);
        for (int picture = 0; picture < MOST_PICTURES && !open.isEmpty(); picture++) {
            var draw = new ArtificialDots(field, sources, geometry, counts, seed + picture);
            List<ArtificialDots.Placed> placed = new ArrayList<>();
            open.forEach((region, mask) -> placed.addAll(draw.place(region, mask, DOTS_A_PICTURE)));
            if (place == Place.EMPTY) {
                placed.forEach(p -> p.blob().peak = 0);
            }
            boolean[] found = lookFor(field, bare, placed, geometry, place, new SplittableRandom(seed + picture));
            for (int i = 0; i < found.length; i++) {
                tallies.computeIfAbsent(placed.get(i).region(), unused -> new Tally())
                        .count(found[i]);
            }
            if (picture + 1 >= LEAST_PICTURES) {
                open.keySet().removeIf(region -> {
                    Tally tally = tallies.get(region);
                    return tally == null || tally.result().se() <= ENOUGH_SE;
                });
            }
        }
        tallies.forEach((region, tally) -> results.put(region, tally.result()));
        return results;
    }

    /** Dots to copy that show what they hold: those of the same kind of place, or all where these are few. */
    private static List<Blob> sources(DotField field, boolean known) {
        List<Blob> all = field.blobs().stream()
                .filter(b -> b.kind == Mark.Kind.DOT && !b.presumed)
                .toList();
        List<Blob> alike = all.stream().filter(b -> b.known == known).toList();
        return alike.size() >= LEAST_SOURCES ? alike : all;
    }

    private boolean[] lookFor(
            DotField field,
            float[] bare,
            List<ArtificialDots.Placed> placed,
            ScalpGeometry geometry,
            Place place,
            SplittableRandom random) {
        DotField.Plate plate = field.plate();
        var painter = new ProfileFit(bare, plate.crop().width, plate.crop().height, 1);
        placed.forEach(p -> painter.restore(p.blob()));
        try (var mats = new MatScope()) {
            Mat picture = mats.own(new Mat(plate.missing().size(), CvType.CV_32F));
            picture.put(0, 0, painter.residual());
            double reach =
                    placed.stream().mapToDouble(p -> p.blob().reach()).max().orElse(1);
            Area around = Around.of(
                    placed.stream()
                            .map(p -> new PointPx(p.blob().x, p.blob().y))
                            .toList(),
                    reach);
            List<PointPx> ofPlaced = place == Place.NEW ? List.of() : expectedAt(field, placed, random);
            List<Expectation.Place> places = new ArrayList<>(field.expected().places());
            for (int i = 0; i < ofPlaced.size(); i++) {
                places.add(new Expectation.Place(ofPlaced.get(i), placed.get(i).blob().expectedPigment, false));
            }
            List<Blob> candidates = finder.findAgain(field, picture, geometry, places, around);
            return switch (place) {
                case NEW -> match(placed, candidates);
                case KNOWN -> followed(ofPlaced, placed, candidates, field);
                case EMPTY -> passed(ofPlaced, candidates, plate.crop());
            };
        }
    }

    /** Where other photos would have shown the placed dots. */
    private static List<PointPx> expectedAt(
            DotField field, List<ArtificialDots.Placed> placed, SplittableRandom random) {
        List<PointPx> places = new ArrayList<>();
        Rect crop = field.plate().crop();
        for (var one : placed) {
            Blob b = one.blob();
            double sdPx = field.expected().placeSdMm() * b.frame.pxPerMm();
            places.add(new PointPx(
                    b.x + crop.x + sdPx * random.nextGaussian(), b.y + crop.y + sdPx * random.nextGaussian()));
        }
        return places;
    }

    /** Which of some places have a dot, by the place that it was expected at. */
    private static boolean[] passed(List<PointPx> places, List<Blob> candidates, Rect crop) {
        Set<PointPx> homes = new HashSet<>();
        for (Blob b : candidates) {
            if (b.known && b.kind == Mark.Kind.DOT) {
                homes.add(new PointPx(b.homeX, b.homeY));
            }
        }
        boolean[] passed = new boolean[places.size()];
        for (int i = 0; i < passed.length; i++) {
            passed[i] = homes.contains(
                    new PointPx(places.get(i).x() - crop.x, places.get(i).y() - crop.y));
        }
        return passed;
    }

    private static boolean[] match(List<ArtificialDots.Placed> placed, List<Blob> candidates) {
        List<Blob> dots = dots(candidates);
        PointGrid grid = grid(dots);
        List<SparseAssignment.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < placed.size(); i++) {
            Blob set = placed.get(i).blob();
            double near = Math.max(1, NEAR_IN_DIAMETERS * 2.3548 * set.reach());
            int number = i;
            grid.within(set.x, set.y, near, d -> {
                double distance = Math.hypot(dots.get(d).x - set.x, dots.get(d).y - set.y) / near;
                pairs.add(new SparseAssignment.Pair(number, d, distance * distance));
            });
        }
        return found(SparseAssignment.solve(placed.size(), dots.size(), pairs));
    }

    /** Which of the placed dots are found so near to where other photos showed them that their tracks would go on. */
    private static boolean[] followed(
            List<PointPx> places, List<ArtificialDots.Placed> placed, List<Blob> candidates, DotField field) {
        Rect crop = field.plate().crop();
        double gateMm = TrackerSettings.defaults().gateMm(field.expected().placeSdMm(), 0);
        int[] dotOf = GatedPairs.dotOf(
                places.stream()
                        .map(place -> new PointPx(place.x() - crop.x, place.y() - crop.y))
                        .toList(),
                i -> Optional.of(placed.get(i).blob().frame),
                grid(dots(candidates)),
                gateMm);
        return found(dotOf);
    }

    private static List<Blob> dots(List<Blob> candidates) {
        return candidates.stream().filter(b -> b.kind == Mark.Kind.DOT).toList();
    }

    private static PointGrid grid(List<Blob> blobs) {
        return new PointGrid(8, blobs.stream().map(b -> new PointPx(b.x, b.y)).toList());
    }

    private static boolean[] found(int[] dotOf) {
        boolean[] found = new boolean[dotOf.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = dotOf[i] >= 0;
        }
        return found;
    }

    /** Set and found. */
    private static final class Tally {
        private int set;
        private int found;

        void count(boolean seen) {
            set++;
            found += seen ? 1 : 0;
        }

        CompletenessResult result() {
            // Agresti and Coull's half-way: keeps the error off 0 where all were found.
            double share = (found + 1.0) / (set + 2.0);
            return new CompletenessResult(set, found, (double) found / set, Math.sqrt(share * (1 - share) / (set + 2)));
        }
    }
}
