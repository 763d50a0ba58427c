package io.stipple.dots;

import io.stipple.model.PointPx;
import io.stipple.model.ScalpGeometry;
import io.stipple.opencv.Mask;
import io.stipple.opencv.MatScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * What share of the dots the detector finds, by artificial dots (the artificial-star test of crowded-field photometry,
 * Stetson 1987): drawn from each region's own sizes and strengths, seen through the photo's own blur, set as far from
 * their neighbours as real ones stand, and looked for by the same detector with the same thresholds.
 *
 * <p>They are added to the optical density over skin, which is where light is multiplied by a dot's transmission. All
 * regions share each picture. Two pictures, so that no region becomes much more crowded than it is.
 */
public final class Completeness {
    private static final int PICTURES = 2;
    private static final int DOTS_A_PICTURE = 110; // two pictures: above the 200 that make the error 2 points
    private static final int LEAST_SOURCES = 10;
    private static final double NEAR_IN_DIAMETERS = 0.5; // as far as a found dot may stand from where it was set

    private final DotFinder finder;

    public Completeness(DotFinder finder) {
        this.finder = finder;
    }

    /**
     * Completeness of each region for dots at places that no other photo has shown; a region in which none can be set (no
     * skin seen, no dot in the whole photo to copy) is left out.
     *
     * @param field of the photo, not closed
     * @param regions masks of the photo's size
     * @param geometry of the photo
     * @param counts whether dots at a point of the photo count
     * @param seed of the draw
     */
    public Map<String, CompletenessResult> measure(
            DotField field, Map<String, Mask> regions, ScalpGeometry geometry, Predicate<PointPx> counts, long seed) {
        return measure(field, sources(field, false), regions, geometry, counts, seed, false);
    }

    /**
     * As {@link #measure}, for dots whose places other photos have shown: copies of such dots, looked for where they are
     * set, give or take what the places are uncertain by. Empty where the field knew of none.
     */
    public Map<String, CompletenessResult> measureKnown(
            DotField field, Map<String, Mask> regions, ScalpGeometry geometry, Predicate<PointPx> counts, long seed) {
        return field.expected().places().isEmpty()
                ? Map.of()
                : measure(field, sources(field, true), regions, geometry, counts, seed + PICTURES, true);
    }

    private Map<String, CompletenessResult> measure(
            DotField field,
            List<Blob> sources,
            Map<String, Mask> regions,
            ScalpGeometry geometry,
            Predicate<PointPx> counts,
            long seed,
            boolean known) {
        Map<String, CompletenessResult> results = new TreeMap<>();
        if (sources.size() < LEAST_SOURCES) {
            return results;
        }
        float[] bare = DotFinder.pixelsOf(field.plate().missing());
        Map<String, Tally> tallies = new TreeMap<>();
        for (int picture = 0; picture < PICTURES; picture++) {
            var draw = new ArtificialDots(field, sources, geometry, counts, seed + picture);
            List<ArtificialDots.Placed> placed = new ArrayList<>();
            for (var region : new TreeMap<>(regions).entrySet()) {
                placed.addAll(draw.place(region.getKey(), region.getValue(), DOTS_A_PICTURE));
            }
            boolean[] found =
                    lookFor(field, bare, placed, geometry, known ? new SplittableRandom(seed + picture) : null);
            for (int i = 0; i < found.length; i++) {
                tallies.computeIfAbsent(placed.get(i).region(), unused -> new Tally())
                        .count(found[i]);
            }
        }
        tallies.forEach((region, tally) -> results.put(region, tally.result()));
        return results;
    }

    /** Dots to copy: those of the same kind of place, or all where these are few. */
    private static List<Blob> sources(DotField field, boolean known) {
        List<Blob> all =
                field.blobs().stream().filter(b -> b.kind == Mark.Kind.DOT).toList();
        List<Blob> alike = all.stream().filter(b -> b.known == known).toList();
        return alike.size() >= LEAST_SOURCES ? alike : all;
    }

    private boolean[] lookFor(
            DotField field,
            float[] bare,
            List<ArtificialDots.Placed> placed,
            ScalpGeometry geometry,
            @Nullable SplittableRandom whereExpected) {
        DotField.Plate plate = field.plate();
        var painter = new ProfileFit(bare, plate.crop().width, plate.crop().height, 1);
        placed.forEach(p -> painter.restore(p.blob()));
        try (var mats = new MatScope()) {
            Mat picture = mats.own(new Mat(plate.missing().size(), CvType.CV_32F));
            picture.put(0, 0, painter.residual());
            double reach =
                    placed.stream().mapToDouble(p -> p.blob().reach()).max().orElse(1);
            var near = new PointGrid(
                    6 * reach,
                    placed.stream()
                            .map(p -> new PointPx(p.blob().x, p.blob().y))
                            .toList());
            return match(
                    placed,
                    finder.findAgain(
                            field,
                            picture,
                            geometry,
                            places(field, placed, whereExpected),
                            (x, y) -> hasNeighbour(near, x, y, 6 * reach)));
        }
    }

    /** The places that the field knew of, and those of the artificial dots where they count as known. */
    private static List<PointPx> places(
            DotField field, List<ArtificialDots.Placed> placed, @Nullable SplittableRandom random) {
        List<PointPx> places = new ArrayList<>(field.expected().places());
        if (random != null) {
            var crop = field.plate().crop();
            for (var one : placed) {
                Blob b = one.blob();
                double sdPx = field.expected().placeSdMm() * b.frame.pxPerMm();
                places.add(new PointPx(
                        b.x + crop.x + sdPx * random.nextGaussian(), b.y + crop.y + sdPx * random.nextGaussian()));
            }
        }
        return places;
    }

    private static boolean hasNeighbour(PointGrid grid, double x, double y, double reach) {
        boolean[] any = {false};
        grid.within(x, y, reach, unused -> any[0] = true);
        return any[0];
    }

    private static boolean[] match(List<ArtificialDots.Placed> placed, List<Blob> candidates) {
        List<Blob> dots =
                candidates.stream().filter(b -> b.kind == Mark.Kind.DOT).toList();
        var grid =
                new PointGrid(8, dots.stream().map(b -> new PointPx(b.x, b.y)).toList());
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
        int[] dotOf = SparseAssignment.solve(placed.size(), dots.size(), pairs);
        boolean[] found = new boolean[placed.size()];
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
