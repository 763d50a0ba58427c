package io.stipple.dots;

import io.stipple.model.Dot;
import io.stipple.model.PixelMap;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpGeometry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A session's photo whose dots were found, kept until the healed one tells where it must show more: healing brings no
 * pigment, so a dot that shows then was there when the session ended (forced photometry backwards in time, as surveys do
 * for sources that a later epoch shows better). And what the healed photo alone shows is a dot if this one shows it too
 * once it is told where.
 */
public final class EarlierPhoto implements AutoCloseable {
    private static final int ENOUGH = 20; // dots in both photos, below which their weights are not compared

    private final DotField field;
    private final ScalpGeometry geometry;
    private final PixelMap map;
    private final double residualMm;
    private final List<Mark> dots;
    private final PointGrid grid;
    private final Reweighing reweighing;

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
        this.field = field;
        this.geometry = geometry;
        this.map = map;
        this.residualMm = residualMm;
        this.dots =
                field.marks().stream().filter(m -> m.kind() == Mark.Kind.DOT).toList();
        this.grid = new PointGrid(8, dots.stream().map(m -> m.dot().centre()).toList());
        this.reweighing = new Reweighing(finder, field, geometry);
    }

    /**
     * Dots of the photo that it does not show by itself, weighed where the healed one shows them.
     *
     * @param healed marks of the healed photo
     * @param healedMap between the reference photo and that one
     * @param healedResidualMm of that map
     */
    public List<Dot> recover(List<Mark> healed, PixelMap healedMap, double healedResidualMm) {
        List<Expectation.Place> places = healed.stream()
                .filter(m -> m.kind() == Mark.Kind.DOT)
                .map(m -> new Expectation.Place(m.dot().centre(), m.dot().pigmentMm2(), false))
                .filter(place -> isTrusted(place, healedMap))
                .map(place -> here(place, healedMap))
                .toList();
        int[] again = again(places, healedResidualMm);
        List<Expectation.Place> missed = missed(places, again);
        Map<PointPx, Blob> found = reweighing.at(missed);
        Weighing weighing = field.weighing();
        List<Dot> recovered = new ArrayList<>();
        for (Expectation.Place place : missed) {
            Blob b = found.get(place.at());
            if (b != null) {
                recovered.add(weighing.dotOf(b));
            }
        }
        return recovered;
    }

    /**
     * Which of some marks that the healed photo alone shows are dots by what this one shows, told where they are.
     *
     * @param sure dots of the healed photo, with what they weigh there
     * @param marks likewise
     * @param healedMap between the reference photo and that one
     * @param healedResidualMm of that map
     */
    public boolean[] shows(
            List<Expectation.Place> sure, List<Expectation.Place> marks, PixelMap healedMap, double healedResidualMm) {
        List<Expectation.Place> sureHere =
                sure.stream().map(place -> here(place, healedMap)).toList();
        double grown = growth(sureHere, again(sureHere, healedResidualMm), false);
        List<Expectation.Place> places = marks.stream()
                .map(place -> grown(here(place, healedMap), grown))
                .toList();
        Map<PointPx, Blob> found = reweighing.at(places);
        List<Optional<Blob>> shown = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            shown.add(
                    isTrusted(marks.get(i), healedMap)
                            ? Optional.ofNullable(found.get(places.get(i).at()))
                            : Optional.empty());
        }
        return LateDots.among(
                shown, field.expected().placeSdMm(), field.calibration().pigmentMm2());
    }

    /** Which dot of this photo each place is; negative for none. */
    private int[] again(List<Expectation.Place> places, double healedResidualMm) {
        return GatedPairs.dotOf(
                places.stream().map(Expectation.Place::at).toList(),
                i -> geometry.at(places.get(i).at().x(), places.get(i).at().y()),
                grid,
                TrackerSettings.defaults().gateMm(residualMm, healedResidualMm));
    }

    private List<Expectation.Place> missed(List<Expectation.Place> places, int[] again) {
        double grownKnown = growth(places, again, true);
        double grownNew = growth(places, again, false);
        PointGrid known = new PointGrid(8, field.knownPlaces());
        List<Expectation.Place> missed = new ArrayList<>();
        for (int i = 0; i < again.length; i++) {
            if (again[i] < 0) {
                Expectation.Place place = places.get(i);
                missed.add(grown(place, GatedPairs.isNear(known, place.at(), geometry) ? grownKnown : grownNew));
            }
        }
        return missed;
    }

    /**
     * What dots weigh here over what they weigh once healed: pigment placed just before this photo fades most. 0, which
     * is to say unknown, where too few dots tell.
     *
     * @param known whether of dots that were known here, or of those that were new
     */
    private double growth(List<Expectation.Place> places, int[] again, boolean known) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < again.length; i++) {
            double healed = places.get(i).pigmentMm2();
            if (again[i] >= 0 && dots.get(again[i]).known() == known && healed > 0) {
                ratios.add(dots.get(again[i]).dot().pigmentMm2() / healed);
            }
        }
        return ratios.size() < ENOUGH ? 0 : Calibration.median(ratios);
    }

    private static Expectation.Place grown(Expectation.Place place, double growth) {
        return new Expectation.Place(place.at(), place.pigmentMm2() * growth, place.missed());
    }

    private boolean isTrusted(Expectation.Place healed, PixelMap healedMap) {
        PointPx onReference = healedMap.toReference(healed.at().x(), healed.at().y());
        return healedMap.trusted(onReference.x(), onReference.y()) && map.trusted(onReference.x(), onReference.y());
    }

    private Expectation.Place here(Expectation.Place healed, PixelMap healedMap) {
        PointPx onReference = healedMap.toReference(healed.at().x(), healed.at().y());
        return new Expectation.Place(
                map.toPhoto(onReference.x(), onReference.y()), healed.pigmentMm2(), healed.missed());
    }

    @Override
    public void close() {
        field.close();
    }
}
