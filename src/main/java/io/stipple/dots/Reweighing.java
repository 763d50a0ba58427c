package io.stipple.dots;

import io.stipple.model.PointPx;
import io.stipple.model.ScalpGeometry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opencv.core.Rect;

/** Weighs more places in a photo whose dots were found, among these, with all that was learnt of the photo. */
final class Reweighing {
    private static final double SAME_PX = 0.5; // the same blob, fitted twice
    private static final int ENOUGH = 20; // dots weighed twice, below which their weights are not compared

    private final DotFinder finder;
    private final DotField field;
    private final ScalpGeometry geometry;
    private final List<Blob> first;
    private final PointGrid firstPlaces;

    Reweighing(DotFinder finder, DotField field, ScalpGeometry geometry) {
        this.finder = finder;
        this.field = field;
        this.geometry = geometry;
        this.first = field.blobs().stream().filter(b -> b.kind == Mark.Kind.DOT).toList();
        Rect crop = field.plate().crop();
        this.firstPlaces = new PointGrid(
                8,
                first.stream().map(b -> new PointPx(b.x + crop.x, b.y + crop.y)).toList());
    }

    /**
     * Looks at places; one near it that had been given up makes way.
     *
     * @param wanted px of the photo
     * @return the dot of each place that has one, by place
     */
    Map<PointPx, Blob> at(List<Expectation.Place> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Rect crop = field.plate().crop();
        List<PointPx> onCrop = wanted.stream()
                .map(place -> new PointPx(place.at().x() - crop.x, place.at().y() - crop.y))
                .toList();
        double reach = first.stream().mapToDouble(Blob::reach).max().orElse(1);
        Area around = Around.of(onCrop, reach);
        List<Blob> found =
                finder.findAgain(field, field.plate().missing(), geometry, withOthers(wanted), around).stream()
                        .filter(b -> b.kind == Mark.Kind.DOT)
                        .toList();
        double zeroPoint = zeroPoint(found);
        Map<PointPx, Blob> byHome = new HashMap<>();
        found.stream().filter(b -> b.known).forEach(b -> byHome.put(new PointPx(b.homeX, b.homeY), b));
        Map<PointPx, Blob> byPlace = new HashMap<>();
        for (int i = 0; i < onCrop.size(); i++) {
            Blob b = byHome.get(onCrop.get(i));
            if (b != null && byPlace.put(wanted.get(i).at(), b) == null) {
                b.peak *= zeroPoint;
                b.peakSe *= zeroPoint;
            }
        }
        return byPlace;
    }

    /** The places and those that were known before. */
    private List<Expectation.Place> withOthers(List<Expectation.Place> wanted) {
        PointGrid near =
                new PointGrid(8, wanted.stream().map(Expectation.Place::at).toList());
        List<Expectation.Place> places = new ArrayList<>(wanted);
        field.expected().places().stream()
                .filter(place -> !GatedPairs.isNear(near, place.at(), geometry)
                        || GatedPairs.isNear(firstPlaces, place.at(), geometry))
                .forEach(places::add);
        return places;
    }

    /**
     * What dots weighed in the photo's own profile, blood taken off, over what they weigh in this search: its weights
     * are put on that scale by the dots that both have.
     */
    private double zeroPoint(List<Blob> found) {
        Rect crop = field.plate().crop();
        List<Double> ratios = new ArrayList<>();
        for (Blob b : found) {
            firstPlaces.within(b.x + crop.x, b.y + crop.y, SAME_PX, i -> {
                if (b.peak > 0) {
                    ratios.add(Calibration.rawPigment(first.get(i)) / Calibration.rawPigment(b));
                }
            });
        }
        return ratios.size() < ENOUGH ? 1 : Calibration.median(ratios);
    }
}
