package io.stipple.pipeline;

import io.stipple.change.ArtificialDots;
import io.stipple.change.RegionCompleteness;
import io.stipple.dots.Completeness;
import io.stipple.dots.CompletenessResult;
import io.stipple.dots.DotField;
import io.stipple.dots.DotFinder;
import io.stipple.dots.DotMask;
import io.stipple.dots.DotSize;
import io.stipple.dots.EarlierPhoto;
import io.stipple.dots.Mark;
import io.stipple.dots.TooCoarseException;
import io.stipple.head.DotShape;
import io.stipple.head.DotShapes;
import io.stipple.model.Dot;
import io.stipple.model.PixelMap;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpGeometry;
import io.stipple.model.Stage;
import io.stipple.opencv.Mask;
import io.stipple.region.SeenScalp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the dots of one photo, and how many of them it misses. */
final class DotCounting {
    private final AnalysisSettings settings;
    private final DotFinder finder;
    private final Completeness completeness;
    private final Sight sight;

    DotCounting(ReferencePhoto reference, AnalysisSettings settings) {
        this.sight = new Sight(reference, settings);
        this.settings = settings;
        this.finder = new DotFinder(settings.dots());
        this.completeness = new Completeness(finder);
    }

    /**
     * The dots of a photo, or why there are none to count.
     *
     * @param map to the reference, put right where the dots showed it to be wrong
     * @param dotSize of a typical dot; empty where too few tell
     * @param skinTakenOut whether the untreated skin was taken out before dots were looked for
     * @param whyNot empty where dots were counted
     * @param seen where the photo shows the scalp well enough to count dots, on the reference
     * @param completeness by region; a region in which none can be told is missing
     * @param mask of all dot-like marks, px of the photo; null where none were looked for
     */
    record Counted(
            PixelMap map,
            List<Dot> dots,
            List<Mark> marks,
            Optional<DotSize> dotSize,
            boolean skinTakenOut,
            List<DotShape> shapes,
            Map<String, Integer> rejected,
            Map<String, RegionCompleteness> completeness,
            @Nullable Mask mask,
            SeenScalp seen,
            String whyNot)
            implements AutoCloseable {
        static Counted impossible(PixelMap map, SeenScalp seen, String why) {
            return new Counted(
                    map, List.of(), List.of(), Optional.empty(), false, List.of(), Map.of(), Map.of(), null, seen, why);
        }

        @Override
        public void close() {
            if (mask != null) {
                mask.close();
            }
        }
    }

    Counted count(
            PlacedPhoto placed,
            ViewHistory history,
            Mask scalp,
            ScalpGeometry geometry,
            RegionMasks regions,
            @Nullable Double blurPx) {
        if (placed.residualMm() > settings.countableResidualMm()) {
            return Counted.impossible(
                    placed.map(),
                    sight.seen(placed.map(), scalp, geometry, null),
                    String.format(
                            Locale.ROOT,
                            "lies on the reference to %.2f mm only; dots are counted up to %.2f mm",
                            placed.residualMm(),
                            settings.countableResidualMm()));
        }
        try {
            return counted(placed, history, scalp, geometry, regions, blurPx);
        } catch (TooCoarseException e) {
            return Counted.impossible(placed.map(), sight.seen(placed.map(), scalp, geometry, null), e.reason());
        }
    }

    private Counted counted(
            PlacedPhoto placed,
            ViewHistory history,
            Mask scalp,
            ScalpGeometry geometry,
            RegionMasks regions,
            @Nullable Double blurPx)
            throws TooCoarseException {
        Stage stage = placed.shot().stage();
        DotField field = finder.find(
                placed.photo().image(), scalp, geometry, history.of(stage, placed.map(), placed.residualMm()));
        boolean held = false;
        try {
            PixelMap map = DriftedMap.of(placed.map(), field.drift());
            history.remember(stage, field, map);
            history.lookBack(stage, field.marks(), map, placed.residualMm());
            SeenScalp seen = sight.seen(map, scalp, geometry, field);
            Predicate<PointPx> counts = at -> {
                PointPx onReference = map.toReference(at.x(), at.y());
                return seen.at(onReference.x(), onReference.y());
            };
            Counted counted = new Counted(
                    map,
                    field.dots(),
                    field.marks(),
                    field.dotSize(),
                    field.skinTakenOut(),
                    shapes(placed.by(map), field, geometry, blurPx),
                    field.rejected(),
                    completeness(field, counts, stage, history, regions, geometry),
                    DotMask.of(field, settings.skinMarginPx()),
                    seen,
                    "");
            if (history.mayLookBackAt(stage)) {
                history.hold(stage, new EarlierPhoto(finder, field, geometry, map, placed.residualMm()));
                held = true;
            }
            return counted;
        } finally {
            if (!held) {
                field.close();
            }
        }
    }

    private Map<String, RegionCompleteness> completeness(
            DotField field,
            Predicate<PointPx> counts,
            Stage stage,
            ViewHistory history,
            RegionMasks regions,
            ScalpGeometry geometry) {
        Map<String, CompletenessResult> known =
                completeness.measureKnown(field, regions.byRegion(), geometry, counts, settings.seed());
        boolean healed = !known.isEmpty() && history.freshWasSeen(stage);
        // Pigment does not appear on healing; but much of it goes, and the places that it leaves can pass for dots.
        Map<String, CompletenessResult> unknown =
                healed ? known : completeness.measure(field, regions.byRegion(), geometry, counts, settings.seed());
        Map<String, CompletenessResult> empty = healed
                ? completeness.measureEmpty(field, regions.byRegion(), geometry, counts, settings.seed())
                : Map.of();
        Map<String, RegionCompleteness> byRegion = new LinkedHashMap<>();
        unknown.forEach((region, atUnknown) -> {
            Predicate<PointPx> here = inside(regions.of(region), counts);
            List<Mark> dots = field.marks().stream()
                    .filter(mark ->
                            mark.kind() == Mark.Kind.DOT && here.test(mark.dot().centre()))
                    .toList();
            int atKnown = (int) dots.stream().filter(Mark::known).count();
            int places = (int) field.knownPlaces().stream().filter(here).count();
            byRegion.put(
                    region,
                    RegionCompleteness.of(
                            dots.size() - atKnown,
                            of(atUnknown),
                            knownPlaces(places, atKnown, known.get(region), empty.get(region)),
                            history.shownWhenFresh(stage, region)));
        });
        return byRegion;
    }

    private static RegionCompleteness.@Nullable KnownPlaces knownPlaces(
            int places, int dots, @Nullable CompletenessResult full, @Nullable CompletenessResult empty) {
        return full == null
                ? null
                : new RegionCompleteness.KnownPlaces(places, dots, of(full), empty == null ? null : of(empty));
    }

    private static Predicate<PointPx> inside(Mask region, Predicate<PointPx> counts) {
        return at -> region.contains(at.x(), at.y()) && counts.test(at);
    }

    private static ArtificialDots of(CompletenessResult result) {
        return new ArtificialDots(result.completeness(), result.se());
    }

    /** Shapes tell the slant only where the photo's blur is known. */
    private static List<DotShape> shapes(
            PlacedPhoto placed, DotField field, ScalpGeometry geometry, @Nullable Double blurPx) {
        return blurPx == null
                ? List.of()
                : DotShapes.measure(placed.photo().image(), field.dots(), geometry, blurPx).stream()
                        .map(shape -> shape.onReference(placed.map()))
                        .toList();
    }
}
