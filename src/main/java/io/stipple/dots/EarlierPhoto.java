package io.stipple.dots;

import io.stipple.model.Dot;
import io.stipple.model.PixelMap;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpGeometry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.opencv.core.Rect;

/**
 * A session's photo whose dots were found, kept until the healed one tells where it must show more: healing brings no
 * pigment, so a dot that shows then was there when the session ended (forced photometry backwards in time, as surveys do
 * for sources that a later epoch shows better).
 */
public final class EarlierPhoto implements AutoCloseable {
    private static final int ENOUGH = 20; // dots in both photos, below which their weights are not compared
    private static final double SAME_PX = 0.5; // the same blob, fitted twice

    private final DotFinder finder;
    private final DotField field;
    private final ScalpGeometry geometry;
    private final PixelMap map;
    private final double residualMm;
    private final List<Mark> dots;
    private final PointGrid grid;

    /**
     * Takes a photo over.
     *
     * @param finder that found its dots
     * @param field closed with this
     * @param geometry of the photo
     * @param map between the view's reference photo and this one, put right by the dots
     * @param residualMm of the map
     */
    public EarlierPhoto(DotFinder finder, DotField field, ScalpGeometry geometry, PixelMap map, double residualMm) {
        this.finder = finder;
        this.field = field;
        this.geometry = geometry;
        this.map = map;
        this.residualMm = residualMm;
        this.dots =
                field.marks().stream().filter(m -> m.kind() == Mark.Kind.DOT).toList();
        this.grid = new PointGrid(8, dots.stream().map(m -> m.dot().centre()).toList());
    }

    /**
     * Dots of the photo that it does not show by itself, weighed where the healed one shows them.
     *
     * @param healed marks of the healed photo
     * @param healedMap between the reference photo and that one
     * @param healedResidualMm of that map
     */
    public List<Dot> recover(List<Mark> healed, PixelMap healedMap, double healedResidualMm) {
        List<Mark> shown = healed.stream()
                .filter(m -> m.kind() == Mark.Kind.DOT)
                .filter(m -> isTrusted(
                        healedMap.toReference(
                                m.dot().centre().x(), m.dot().centre().y()),
                        healedMap))
                .toList();
        List<PointPx> places = shown.stream().map(m -> here(m, healedMap)).toList();
        int[] again = GatedPairs.dotOf(
                places,
                i -> geometry.at(places.get(i).x(), places.get(i).y()),
                grid,
                TrackerSettings.defaults().gateMm(residualMm, healedResidualMm));
        double grownKnown = growth(shown, again, true);
        double grownNew = growth(shown, again, false);
        PointGrid expected = new PointGrid(8, field.knownPlaces());
        List<Expectation.Place> missed = new ArrayList<>();
        for (int i = 0; i < again.length; i++) {
            if (again[i] < 0) {
                double pigment = shown.get(i).dot().pigmentMm2();
                boolean old = isNear(expected, places.get(i));
                missed.add(new Expectation.Place(places.get(i), pigment * (old ? grownKnown : grownNew), false));
            }
        }
        return missed.isEmpty() ? List.of() : weighed(missed);
    }

    private boolean isTrusted(PointPx onReference, PixelMap healedMap) {
        return healedMap.trusted(onReference.x(), onReference.y()) && map.trusted(onReference.x(), onReference.y());
    }

    private PointPx here(Mark mark, PixelMap healedMap) {
        PointPx at = healedMap.toReference(
                mark.dot().centre().x(), mark.dot().centre().y());
        return map.toPhoto(at.x(), at.y());
    }

    /**
     * What dots weigh here over what they weigh once healed: pigment placed just before this photo fades most. 0, which
     * is to say unknown, where too few dots tell.
     *
     * @param known whether of dots that were known here, or of those that were new
     */
    private double growth(List<Mark> shown, int[] again, boolean known) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < again.length; i++) {
            if (again[i] >= 0
                    && dots.get(again[i]).known() == known
                    && shown.get(i).dot().pigmentMm2() > 0) {
                ratios.add(dots.get(again[i]).dot().pigmentMm2()
                        / shown.get(i).dot().pigmentMm2());
            }
        }
        return median(ratios).orElse(0);
    }

    private static OptionalDouble median(List<Double> values) {
        return values.size() < ENOUGH
                ? OptionalDouble.empty()
                : OptionalDouble.of(Calibration.median(
                        values.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    private boolean isNear(PointGrid points, PointPx at) {
        double gateMm = TrackerSettings.defaults().leastGateMm();
        boolean[] near = {false};
        geometry.at(at.x(), at.y())
                .ifPresent(frame -> points.within(at.x(), at.y(), gateMm * frame.pxPerMm(), i -> {
                    PointPx p = points.point(i);
                    near[0] |= frame.mmOf(p.x() - at.x(), p.y() - at.y()) < gateMm;
                }));
        return near[0];
    }

    /** Dots at places, weighed among those known before; a place that had been given up there makes way. */
    private List<Dot> weighed(List<Expectation.Place> missed) {
        PointGrid wanted =
                new PointGrid(8, missed.stream().map(Expectation.Place::at).toList());
        List<Expectation.Place> places = new ArrayList<>(missed);
        field.expected().places().stream()
                .filter(place -> !isNear(wanted, place.at()) || isNear(grid, place.at()))
                .forEach(places::add);
        Rect crop = field.plate().crop();
        List<PointPx> onCrop = missed.stream()
                .map(place -> new PointPx(place.at().x() - crop.x, place.at().y() - crop.y))
                .toList();
        double reach = field.blobs().stream()
                .filter(b -> b.kind == Mark.Kind.DOT)
                .mapToDouble(Blob::reach)
                .max()
                .orElse(1);
        List<Blob> found =
                finder.findAgain(field, field.plate().missing(), geometry, places, Around.of(onCrop, reach)).stream()
                        .filter(b -> b.kind == Mark.Kind.DOT)
                        .toList();
        double zeroPoint = zeroPoint(found);
        Weighing weighing = field.weighing();
        Map<PointPx, Blob> byHome = new HashMap<>();
        found.stream().filter(b -> b.known).forEach(b -> byHome.put(new PointPx(b.homeX, b.homeY), b));
        List<Dot> dotsFound = new ArrayList<>();
        for (PointPx place : onCrop) {
            Blob b = byHome.get(place);
            if (b != null) {
                b.peak *= zeroPoint;
                b.peakSe *= zeroPoint;
                dotsFound.add(weighing.dotOf(b));
            }
        }
        return dotsFound;
    }

    /**
     * What dots weighed in the photo's own profile, blood taken off, over what they weigh in this search: its weights
     * are put on that scale by the dots that both have.
     */
    private double zeroPoint(List<Blob> found) {
        List<Blob> first =
                field.blobs().stream().filter(b -> b.kind == Mark.Kind.DOT).toList();
        PointGrid firstPlaces =
                new PointGrid(8, first.stream().map(b -> new PointPx(b.x, b.y)).toList());
        List<Double> ratios = new ArrayList<>();
        for (Blob b : found) {
            firstPlaces.within(b.x, b.y, SAME_PX, i -> {
                if (b.peak > 0) {
                    ratios.add(Calibration.rawPigment(first.get(i)) / Calibration.rawPigment(b));
                }
            });
        }
        return median(ratios).orElse(1);
    }

    @Override
    public void close() {
        field.close();
    }
}
