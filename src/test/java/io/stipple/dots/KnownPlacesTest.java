package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.PointPx;
import io.stipple.model.ScalpGeometry;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KnownPlacesTest {
    private static final ScalpGeometry FLAT = ScalpGeometry.flat(SyntheticScalp.PX_PER_MM);
    private static final int SIDE_PX = 420;
    private static final double DIAMETER_MM = 0.4;
    private static final double DENSITY = 0.35;
    private static final double PLACE_SD_MM = 0.04;
    // Less than half of the 3.6 px between the nearest dots here: one found dot cannot stand for two.
    private static final double SAME_PX = 1.5;
    private static final int MARGIN_PX = 10; // the working crop is not the photo: places must be told on the photo
    private static final int SINGLE = 120;
    private static final double SHARP_PX = 1;
    private static final double SOFT_PX = 1.6;
    private static final double CLEAN = 0.02;
    private static final double GRAINY = 0.05;

    @Test
    void dots_too_near_each_other_to_be_told_apart_are_both_found_at_their_known_places() throws Exception {
        SyntheticScalp scalp = pairs();
        List<SyntheticScalp.Truth> pairs = scalp.truth.subList(SINGLE, scalp.truth.size());

        List<Mark> blind = marks(scalp, SOFT_PX, GRAINY, nothingKnown());
        List<Mark> told = marks(scalp, SOFT_PX, GRAINY, known(places(scalp.truth)));

        assertThat(pairs).hasSize(80);
        // A pair looks like one dot that stands in its middle, and here and there a tail of noise splits it.
        assertThat(share(pairs, blind)).isLessThan(0.2);
        // Each stands 5 times above the noise and more: of 80 less than one in a hundred falls below twice.
        assertThat(share(pairs, told)).isGreaterThan(0.95);
    }

    @Test
    void a_new_dot_beside_a_known_one_is_never_late() throws Exception {
        SyntheticScalp scalp = pairs();
        List<SyntheticScalp.Truth> seen = new ArrayList<>(scalp.truth.subList(0, SINGLE));
        List<SyntheticScalp.Truth> beside = new ArrayList<>();
        for (int i = SINGLE; i < scalp.truth.size(); i += 2) {
            seen.add(scalp.truth.get(i));
            beside.add(scalp.truth.get(i + 1));
        }
        Expectation nothingNew = new Expectation(true, Expected.at(places(seen)), PLACE_SD_MM, at -> false, null, null);

        List<Mark> told = marks(scalp, SHARP_PX, GRAINY, nothingNew);

        // The other photo may have missed it where it stands so near. About half of them show, 40 of them with a
        // binomial error of 8 %: three of it.
        assertThat(share(beside, told)).isGreaterThan(0.3);
        assertThat(share(beside, told, Mark.Kind.LATE)).isZero();
        assertThat(dots(told).filter(m -> isOneOf(m, beside))).noneMatch(Mark::known);
    }

    @Test
    void dots_too_faint_to_be_found_are_found_at_their_known_places() throws Exception {
        SyntheticScalp scalp = new SyntheticScalp(SIDE_PX, 4)
                .dots(200, DIAMETER_MM, DENSITY, 0.7)
                .dots(60, DIAMETER_MM, DENSITY / 2, 0.7);
        List<SyntheticScalp.Truth> faint = scalp.truth.subList(200, 260);

        List<Mark> blind = marks(scalp, SHARP_PX, 0.1, nothingKnown());
        List<Mark> told = marks(scalp, SHARP_PX, 0.1, known(places(scalp.truth)));

        // They stand some 3.5 times above the noise: one in ten above the 4.5 of an unknown dot, nine in ten above the
        // 2
        // of a known one, and about as many above 0.3 of the pigment. 60 of them: three binomial errors of 5 %.
        assertThat(share(faint, blind)).isLessThan(0.3);
        assertThat(share(faint, told)).isGreaterThan(0.7);
        assertThat(dots(told).filter(m -> isOneOf(m, faint))).isNotEmpty().allMatch(Mark::known);
    }

    @Test
    void where_dots_run_together_most_stay_unless_nothing_is_left_of_them() throws Exception {
        double softPx = 2.6; // a dot of 0.4 mm is 4.8 px wide: neighbours 0.3 mm apart are one
        SyntheticScalp scalp = new SyntheticScalp(SIDE_PX, 14)
                .dots(SINGLE, DIAMETER_MM, DENSITY, 1.0)
                .pairs(70, DIAMETER_MM, DENSITY, 0.3, 1.0);
        List<Expectation.Place> weighed = new ArrayList<>();
        List<PointPx> shown = places(scalp.truth);
        for (int i = 0; i < shown.size(); i++) {
            weighed.add(new Expectation.Place(shown.get(i), scalp.truth.get(i).pigmentMm2(), false));
        }
        List<PointPx> gone = emptyPlaces(scalp, 25);
        double typicalMm2 = scalp.truth.get(0).pigmentMm2();
        gone.forEach(at -> weighed.add(new Expectation.Place(at, typicalMm2, false)));
        List<SyntheticScalp.Truth> pairs = scalp.truth.subList(SINGLE, scalp.truth.size());

        List<Mark> untold = marks(scalp, softPx, GRAINY, known(positions(weighed)));
        List<Mark> told =
                marks(scalp, softPx, GRAINY, new Expectation(true, weighed, PLACE_SD_MM, at -> false, null, null));

        assertThat(share(pairs, told)).isGreaterThan(share(pairs, untold) + 0.03);
        assertThat(share(pairs, told)).isGreaterThan(0.9);
        // Noise alone leaves some light at half of the empty places; the best rule takes one in ten for a dot.
        assertThat(dots(told).filter(m -> isNear(m, gone, SAME_PX))).hasSizeLessThan(8);
    }

    @Test
    void dots_placed_last_are_expected_to_have_faded_as_their_like() throws Exception {
        SyntheticScalp scalp = new SyntheticScalp(SIDE_PX, 15)
                .dots(2 * SINGLE, DIAMETER_MM, DENSITY, 0.7)
                .pairs(70, DIAMETER_MM, DENSITY, 0.3, 0.9);
        List<Expectation.Place> told = new ArrayList<>();
        List<Expectation.Place> untold = new ArrayList<>();
        List<PointPx> shown = places(scalp.truth);
        for (int i = 0; i < shown.size(); i++) {
            boolean young = i % 2 == 1;
            double before = scalp.truth.get(i).pigmentMm2() / (young ? 0.6 : 0.95);
            told.add(new Expectation.Place(shown.get(i), before, false, young));
            untold.add(new Expectation.Place(shown.get(i), before, false, false));
        }

        double ratioTold = youngOverOld(scalp, told);
        double ratioUntold = youngOverOld(scalp, untold);

        // Weights of 70 dots each scatter by 15 %: two errors of their ratio. Else young ones are given a third more.
        assertThat(ratioTold).isCloseTo(1, within(0.05));
        assertThat(ratioUntold).isGreaterThan(1.15);
    }

    /** Weights of the young dots over those of the old ones, in a photo where pairs run together. */
    private static double youngOverOld(SyntheticScalp scalp, List<Expectation.Place> places) throws Exception {
        List<Mark> marks =
                marks(scalp, 2.6, GRAINY, new Expectation(true, places, PLACE_SD_MM, at -> false, null, null));
        double[] sums = new double[2];
        for (int i = 2 * SINGLE; i < scalp.truth.size(); i++) {
            PointPx at = scalp.truth.get(i).centre();
            double weight = dots(marks)
                    .filter(m -> m.dot().centre().distanceTo(at) < 0.15 * SyntheticScalp.PX_PER_MM)
                    .mapToDouble(m -> m.dot().pigmentMm2())
                    .max()
                    .orElse(0);
            sums[i % 2] += weight;
        }
        return sums[1] / sums[0];
    }

    private static List<PointPx> positions(List<Expectation.Place> places) {
        return places.stream().map(Expectation.Place::at).toList();
    }

    @Test
    void only_what_was_expected_is_known() throws Exception {
        SyntheticScalp scalp = new SyntheticScalp(SIDE_PX, 6).dots(200, DIAMETER_MM, DENSITY, 0.9);
        List<SyntheticScalp.Truth> seen = scalp.truth.subList(0, 120);
        List<SyntheticScalp.Truth> fresh = scalp.truth.subList(120, 200);

        List<Mark> told = marks(scalp, SHARP_PX, CLEAN, known(places(seen)));

        // Strong dots that stand apart: hardly one of 200 may be missed.
        assertThat(share(scalp.truth, told)).isGreaterThan(0.99);
        assertThat(dots(told).filter(m -> isOneOf(m, seen))).allMatch(Mark::known);
        assertThat(dots(told).filter(m -> isOneOf(m, fresh))).noneMatch(Mark::known);
    }

    @Test
    void a_known_place_with_nothing_there_yields_no_dot() throws Exception {
        SyntheticScalp scalp = new SyntheticScalp(SIDE_PX, 7).dots(200, DIAMETER_MM, DENSITY, 0.9);
        List<PointPx> gone = emptyPlaces(scalp, 80);
        List<PointPx> places = new ArrayList<>(places(scalp.truth.subList(0, 150)));
        places.addAll(gone);

        List<Mark> told = marks(scalp, SHARP_PX, CLEAN, known(places));

        // The noise is a thirtieth of a dot: none of it reaches 0.3 of one.
        assertThat(dots(told)).noneMatch(m -> isNear(m, gone, SAME_PX));
        assertThat(dots(told)).allMatch(m -> isOneOf(m, scalp.truth));
        assertThat(share(scalp.truth, told)).isGreaterThan(0.99);
    }

    @Test
    void a_dot_that_cannot_be_new_is_late() throws Exception {
        SyntheticScalp scalp = new SyntheticScalp(SIDE_PX, 8).dots(200, DIAMETER_MM, DENSITY, 0.9);
        List<SyntheticScalp.Truth> seen = scalp.truth.subList(0, 120);
        List<SyntheticScalp.Truth> fresh = scalp.truth.subList(120, 200);
        Predicate<PointPx> left = at -> at.x() < SIDE_PX / 2.0;
        List<SyntheticScalp.Truth> mayBe =
                fresh.stream().filter(t -> left.test(t.centre())).toList();
        List<SyntheticScalp.Truth> mayNot =
                fresh.stream().filter(t -> !left.test(t.centre())).toList();
        try (var photo = scalp.photo(SHARP_PX, CLEAN, 1);
                var mask = scalp.within(MARGIN_PX);
                var field = finder().find(
                                photo,
                                mask,
                                FLAT,
                                new Expectation(true, Expected.at(places(seen)), PLACE_SD_MM, left, null, null))) {
            List<Mark> told = field.marks();
            // All stand 18 times above the noise and more, 0.9 mm apart: none is missed.
            assertThat(share(mayNot, told, Mark.Kind.LATE)).isEqualTo(1);
            assertThat(share(mayBe, told)).isEqualTo(1);
            assertThat(share(seen, told)).isEqualTo(1);
            assertThat(field.dots()).hasSize(mayBe.size() + seen.size());
            assertThat(field.rejected()).containsEntry("late", mayNot.size());
        }
    }

    @Test
    void a_dot_that_cannot_be_new_is_none_the_less_one_where_an_earlier_photo_shows_it_too() throws Exception {
        SyntheticScalp scalp = new SyntheticScalp(SIDE_PX, 8).dots(200, DIAMETER_MM, DENSITY, 0.9);
        List<SyntheticScalp.Truth> seen = scalp.truth.subList(0, 120);
        List<SyntheticScalp.Truth> fresh = scalp.truth.subList(120, 200);
        Predicate<PointPx> left = at -> at.x() < SIDE_PX / 2.0;
        List<Expectation.Place> sure = new ArrayList<>();
        Expectation.Earlier showsLeft = (dots, marks) -> {
            sure.addAll(dots);
            boolean[] shown = new boolean[marks.size()];
            for (int i = 0; i < shown.length; i++) {
                shown[i] = left.test(marks.get(i).at());
            }
            return shown;
        };

        List<Mark> told = marks(
                scalp,
                SHARP_PX,
                CLEAN,
                new Expectation(true, Expected.at(places(seen)), PLACE_SD_MM, at -> false, null, showsLeft));

        assertThat(share(fresh.stream().filter(t -> left.test(t.centre())).toList(), told))
                .isEqualTo(1);
        assertThat(share(fresh.stream().filter(t -> !left.test(t.centre())).toList(), told, Mark.Kind.LATE))
                .isEqualTo(1);
        assertThat(sure).as("told of the dots that other photos show too").hasSameSizeAs(seen);
    }

    @Test
    void a_known_place_on_a_mole_gives_no_dot() throws Exception {
        SyntheticScalp scalp = new SyntheticScalp(SIDE_PX, 9);
        List<PointPx> moles = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            moles.add(new PointPx(60 + 100 * (i % 4) + 0.3 * i, 60 + 100 * Math.floorDiv(i, 4) - 0.2 * i));
        }
        double acrossMm = 0.7;
        moles.forEach(at -> scalp.dot(at.x(), at.y(), acrossMm, 0.6));
        scalp.dots(160, DIAMETER_MM, DENSITY, 1.2);
        List<PointPx> places = new ArrayList<>(places(scalp.truth.subList(16, scalp.truth.size())));
        moles.forEach(at -> places.add(new PointPx(at.x() + 0.15 * SyntheticScalp.PX_PER_MM, at.y())));

        List<Mark> told = marks(scalp, SHARP_PX, CLEAN, known(places));

        double radiusPx = acrossMm / 2 * SyntheticScalp.PX_PER_MM;
        assertThat(dots(told)).noneMatch(m -> isNear(m, moles, radiusPx));
        assertThat(told.stream().filter(m -> m.kind() == Mark.Kind.MOLE && isNear(m, moles, SAME_PX)))
                .hasSize(16);
    }

    @Test
    void a_dot_that_holds_more_than_it_did_has_another_on_it() throws Exception {
        double apartMm = 0.25; // most often one to a detector that does not know what was there
        SyntheticScalp scalp = new SyntheticScalp(SIDE_PX, 12)
                .dots(SINGLE, DIAMETER_MM, DENSITY, 1.0)
                .pairs(40, DIAMETER_MM, DENSITY, apartMm, 1.0);
        List<Expectation.Place> weighed = new ArrayList<>();
        List<SyntheticScalp.Truth> onKnown = new ArrayList<>();
        for (int i = 0; i < scalp.truth.size(); i++) {
            SyntheticScalp.Truth dot = scalp.truth.get(i);
            if (i < SINGLE || (i - SINGLE) % 2 == 0) {
                weighed.add(new Expectation.Place(dot.centre(), dot.pigmentMm2(), false));
            } else {
                onKnown.add(dot);
            }
        }

        List<Mark> told =
                marks(scalp, SHARP_PX, CLEAN, new Expectation(true, weighed, PLACE_SD_MM, at -> true, null, null));
        List<Mark> untold = marks(scalp, SHARP_PX, CLEAN, nothingKnown());

        // What a dot may weigh more than it did, 1.3 times, leaves 0.7 of the other: 15 times the noise and more.
        assertThat(dots(told).filter(m -> !m.known())).hasSizeBetween(38, 40);
        assertThat(dots(told).filter(Mark::known)).hasSize(SINGLE + 40);
        assertThat(dots(told).filter(m -> !m.known())).allMatch(m -> isNear(m, centres(onKnown), 2 * SAME_PX));
        // Without being told most pairs read as one; their length gives some away.
        assertThat(dots(untold).count()).isLessThan(SINGLE + 40 + 20);
    }

    private static List<PointPx> centres(List<SyntheticScalp.Truth> dots) {
        return dots.stream().map(SyntheticScalp.Truth::centre).toList();
    }

    /** 120 dots that stand apart, then 40 pairs 0.3 mm apart. */
    private static SyntheticScalp pairs() {
        return new SyntheticScalp(SIDE_PX, 3)
                .dots(SINGLE, DIAMETER_MM, DENSITY, 1.0)
                .pairs(40, DIAMETER_MM, DENSITY, 0.3, 1.0);
    }

    private static List<Mark> marks(SyntheticScalp scalp, double blurPx, double noise, Expectation expected)
            throws Exception {
        try (var photo = scalp.photo(blurPx, noise, 1);
                var mask = scalp.within(MARGIN_PX);
                var field = finder().find(photo, mask, FLAT, expected)) {
            return field.marks();
        }
    }

    private static DotFinder finder() {
        return new DotFinder(DotSettings.defaults());
    }

    private static Expectation nothingKnown() {
        return new Expectation(true, List.of(), PLACE_SD_MM, at -> true, null, null);
    }

    private static Expectation known(List<PointPx> places) {
        return new Expectation(true, Expected.at(places), PLACE_SD_MM, at -> true, null, null);
    }

    /** Where another photo would show the dots: give or take its own error. */
    private static List<PointPx> places(List<SyntheticScalp.Truth> dots) {
        var random = new SplittableRandom(21);
        double sdPx = PLACE_SD_MM * SyntheticScalp.PX_PER_MM;
        return dots.stream()
                .map(t -> new PointPx(
                        t.centre().x() + sdPx * random.nextGaussian(),
                        t.centre().y() + sdPx * random.nextGaussian()))
                .toList();
    }

    /** Places a dot's width and more from every dot. */
    private static List<PointPx> emptyPlaces(SyntheticScalp scalp, int count) {
        var random = new SplittableRandom(22);
        List<PointPx> empty = new ArrayList<>();
        while (empty.size() < count) {
            PointPx at =
                    new PointPx(20 + random.nextDouble() * (SIDE_PX - 40), 20 + random.nextDouble() * (SIDE_PX - 40));
            double nearest = scalp.truth.stream()
                    .mapToDouble(t -> t.centre().distanceTo(at))
                    .min()
                    .orElseThrow();
            if (nearest > 0.5 * SyntheticScalp.PX_PER_MM) {
                empty.add(at);
            }
        }
        return empty;
    }

    private static double share(List<SyntheticScalp.Truth> dots, List<Mark> marks) {
        return share(dots, marks, Mark.Kind.DOT);
    }

    private static double share(List<SyntheticScalp.Truth> dots, List<Mark> marks, Mark.Kind kind) {
        return dots.stream()
                        .filter(t -> marks.stream()
                                .filter(m -> m.kind() == kind)
                                .anyMatch(m -> t.centre().distanceTo(m.dot().centre()) < SAME_PX))
                        .count()
                / (double) dots.size();
    }

    private static Stream<Mark> dots(List<Mark> marks) {
        return marks.stream().filter(m -> m.kind() == Mark.Kind.DOT);
    }

    private static boolean isOneOf(Mark mark, List<SyntheticScalp.Truth> dots) {
        return isNear(mark, dots.stream().map(SyntheticScalp.Truth::centre).toList(), SAME_PX);
    }

    private static boolean isNear(Mark mark, List<PointPx> places, double reachPx) {
        return places.stream().anyMatch(p -> p.distanceTo(mark.dot().centre()) < reachPx);
    }
}
