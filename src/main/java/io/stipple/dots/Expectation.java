package io.stipple.dots;

import io.stipple.model.PointPx;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a scalp before its photo is looked at.
 *
 * @param treated whether a session came before: then pale or few dots are dots all the same, where otherwise a scalp with
 *     so few strong ones passes for untreated
 * @param places where other photos of the same scalp show dots
 * @param placeSdMm how far a dot may stand from its place, standard deviation, mm
 * @param mayBeNew whether a dot that no other photo shows may stand at a point of this photo: not where another photo
 *     looked and no session lies between
 * @param untreated the same skin before any treatment; null where no photo shows it
 * @param earlier the photo since which no dot came; null where there is none
 */
public record Expectation(
        boolean treated,
        List<Place> places,
        double placeSdMm,
        Predicate<PointPx> mayBeNew,
        UntreatedSkin.@Nullable Seen untreated,
        @Nullable Earlier earlier) {
    /** Nothing is known: the photo alone tells. */
    public static final Expectation NONE = new Expectation(false, List.of(), 0.05, at -> true, null, null);

    /**
     * Where a dot is expected.
     *
     * @param at px of this photo
     * @param pigmentMm2 that it was last weighed with; 0 where that is not known
     * @param missed whether the latest photo did not show it: then it has likely gone
     * @param young whether only the latest photo has shown it: what was placed last fades most
     */
    public record Place(PointPx at, double pigmentMm2, boolean missed, boolean young) {
        /** Of a dot that several photos have shown. */
        public Place(PointPx at, double pigmentMm2, boolean missed) {
            this(at, pigmentMm2, missed, false);
        }
    }

    /** A photo since which no dot came, to be asked again. */
    @FunctionalInterface
    public interface Earlier {
        /**
         * Which of some marks it shows once told where they are.
         *
         * @param dots of this photo that others show too, with what they weigh here
         * @param marks that only this photo shows, likewise
         */
        boolean[] shows(List<Place> dots, List<Place> marks);
    }

    public Expectation {
        places = List.copyOf(places);
        if (!(placeSdMm > 0 && placeSdMm < 1)) {
            throw new IllegalArgumentException("places known to " + placeSdMm + " mm, outside 0..1 mm");
        }
    }

    /** The places, px of this photo. */
    List<PointPx> points() {
        return places.stream().map(Place::at).toList();
    }

    /** The same, where a map that was locally wrong has been put right. */
    Expectation moved(PlaceDrift drift) {
        return drift.isNone()
                ? this
                : new Expectation(
                        treated,
                        places.stream()
                                .map(place -> new Place(
                                        drift.moved(place.at()), place.pigmentMm2(), place.missed(), place.young()))
                                .toList(),
                        placeSdMm,
                        at -> mayBeNew.test(drift.back(at)),
                        untreated,
                        earlier == null ? null : (dots, marks) -> earlier.shows(back(dots, drift), back(marks, drift)));
    }

    private static List<Place> back(List<Place> places, PlaceDrift drift) {
        return places.stream()
                .map(place -> new Place(drift.back(place.at()), place.pigmentMm2(), place.missed()))
                .toList();
    }

    /** The same scalp with these places instead, and new dots allowed anywhere. */
    Expectation withPlaces(List<Place> other) {
        return new Expectation(treated, other, placeSdMm, NONE.mayBeNew, untreated, null);
    }
}
