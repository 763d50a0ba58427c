package io.stipple.dots;

import io.stipple.model.Dot;
import io.stipple.model.PixelMap;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import io.stipple.model.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the photos looked at so far show dots, on the reference photo: the running catalogue of a survey, in which each
 * further sighting makes a place more certain.
 */
public final class DotCatalogue {
    private static final double SAME_MM = 0.15; // centring of two sightings; a third of the spacing of dots
    private static final int MISSED_AT_MOST = 1; // stages: a dot missed twice has gone

    private final ScalpGeometry reference;
    private List<Entry> entries = new ArrayList<>();
    private List<Sighting> latest = List.of();
    private @Nullable Stage latestStage;
    private boolean pending;

    /** An empty catalogue on a reference photo. */
    public DotCatalogue(ScalpGeometry reference) {
        this.reference = reference;
    }

    /**
     * Where dots are to be expected in a photo. Other photos of its own stage are left out: repeats must not learn from
     * each other, or they would agree better than the photos do.
     */
    public List<Expectation.Place> placesIn(Stage stage, PixelMap map) {
        if (!stage.equals(latestStage)) {
            enterLatest();
        }
        List<Expectation.Place> places = new ArrayList<>();
        for (Entry entry : entries) {
            PointPx at = entry.place();
            if (entry.missed <= MISSED_AT_MOST && map.trusted(at.x(), at.y())) {
                places.add(new Expectation.Place(
                        map.toPhoto(at.x(), at.y()), entry.pigmentMm2, entry.missed > 0, entry.sightings == 1));
            }
        }
        return places;
    }

    /** Adds what a photo shows; of several photos of one stage the first counts. */
    public void add(Stage stage, List<Dot> dots, PixelMap map) {
        if (stage.equals(latestStage)) {
            return;
        }
        enterLatest();
        latestStage = stage;
        pending = true;
        latest = dots.stream()
                .map(dot -> new Sighting(
                        map.toReference(dot.centre().x(), dot.centre().y()), dot.pigmentMm2()))
                .filter(sighting -> map.trusted(sighting.at.x(), sighting.at.y()))
                .toList();
    }

    private void enterLatest() {
        if (!pending) {
            return;
        }
        pending = false;
        PointGrid places = new PointGrid(8, entries.stream().map(Entry::place).toList());
        boolean[] seen = new boolean[entries.size()];
        List<Entry> fresh = new ArrayList<>();
        for (Sighting one : latest) {
            int entry = nearest(places, one.at, seen);
            if (entry >= 0) {
                seen[entry] = true;
                entries.get(entry).sight(one);
            } else {
                fresh.add(new Entry(one));
            }
        }
        List<Entry> next = new ArrayList<>();
        for (int i = 0; i < seen.length; i++) {
            Entry entry = entries.get(i);
            entry.missed = seen[i] ? 0 : entry.missed + 1;
            if (entry.missed <= MISSED_AT_MOST) {
                next.add(entry);
            }
        }
        next.addAll(fresh);
        entries = next;
        latest = List.of();
    }

    private int nearest(PointGrid places, PointPx at, boolean[] taken) {
        Optional<ScalpFrame> frame = reference.at(at.x(), at.y());
        if (frame.isEmpty()) {
            return -1;
        }
        int[] best = {-1};
        double[] least = {SAME_MM};
        places.within(at.x(), at.y(), SAME_MM * frame.get().pxPerMm(), i -> {
            PointPx p = places.point(i);
            double mm = frame.get().mmOf(p.x() - at.x(), p.y() - at.y());
            if (!taken[i] && mm < least[0]) {
                least[0] = mm;
                best[0] = i;
            }
        });
        return best[0];
    }

    /** A dot of one photo, on the reference. */
    private record Sighting(PointPx at, double pigmentMm2) {}

    /** One dot's mean place, and its latest weight. */
    private static final class Entry {
        private double x;
        private double y;
        private int sightings;
        private int missed;
        private double pigmentMm2;

        Entry(Sighting first) {
            sight(first);
        }

        void sight(Sighting one) {
            sightings++;
            x += (one.at.x() - x) / sightings;
            y += (one.at.y() - y) / sightings;
            pigmentMm2 = one.pigmentMm2;
        }

        PointPx place() {
            return new PointPx(x, y);
        }
    }
}
