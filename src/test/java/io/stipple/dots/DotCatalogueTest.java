package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.stipple.model.Dot;
import io.stipple.model.PixelMap;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpGeometry;
import io.stipple.model.ShiftedMap;
import io.stipple.model.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

class DotCatalogueTest {
    // 1.5 px are the 0.15 mm within which two sightings are of one dot.
    private static final ScalpGeometry TEN_PX_PER_MM = ScalpGeometry.flat(10);
    private static final double ROUNDING = 1e-9;

    private final DotCatalogue catalogue = new DotCatalogue(TEN_PX_PER_MM);

    @Test
    void a_second_sighting_averages_the_place() {
        add(Stage.session(1), dot(100, 100));
        add(Stage.settled(1), dot(101, 99));

        assertOnly(expectedIn(Stage.session(2)), 100.5, 99.5);
    }

    @Test
    void every_sighting_weighs_the_same() {
        add(Stage.session(1), dot(100, 100));
        add(Stage.settled(1), dot(100, 100));
        add(Stage.session(2), dot(100.9, 100));

        assertOnly(expectedIn(Stage.settled(2)), 100.3, 100);
    }

    @Test
    void what_stands_farther_off_is_another_dot() {
        add(Stage.session(1), dot(100, 100));
        add(Stage.settled(1), dot(101.6, 100));

        assertThat(expectedIn(Stage.session(2))).containsExactly(new PointPx(100, 100), new PointPx(101.6, 100));
    }

    @Test
    void two_dots_near_one_place_are_not_both_its_sighting() {
        add(Stage.session(1), dot(100, 100));
        add(Stage.settled(1), dot(99, 100), dot(101, 100));

        assertThat(expectedIn(Stage.session(2))).hasSize(2);
    }

    @Test
    void repeats_of_a_stage_do_not_learn_from_each_other() {
        add(Stage.session(1), dot(100, 100));
        assertThat(expectedIn(Stage.session(1))).isEmpty();
        add(Stage.settled(1), dot(100, 100), dot(200, 100));
        assertThat(expectedIn(Stage.settled(1))).containsExactly(new PointPx(100, 100));

        add(Stage.settled(1), dot(300, 100)); // a repeat, which is not added either

        assertThat(expectedIn(Stage.settled(1))).containsExactly(new PointPx(100, 100));
        assertThat(expectedIn(Stage.session(2))).containsExactly(new PointPx(100, 100), new PointPx(200, 100));
    }

    @Test
    void a_dot_missed_once_is_still_expected_and_missed_twice_is_not() {
        add(Stage.session(1), dot(100, 100), dot(200, 100));
        add(Stage.settled(1), dot(200, 100));
        assertThat(expectedIn(Stage.session(2))).containsExactly(new PointPx(100, 100), new PointPx(200, 100));

        add(Stage.session(2), dot(200, 100));

        assertThat(expectedIn(Stage.settled(2))).containsExactly(new PointPx(200, 100));
    }

    @Test
    void a_dot_seen_again_may_be_missed_once_more() {
        add(Stage.session(1), dot(100, 100), dot(200, 100));
        add(Stage.settled(1), dot(200, 100));
        add(Stage.session(2), dot(100, 100), dot(200, 100));
        add(Stage.settled(2), dot(200, 100));

        assertThat(expectedIn(Stage.RESULT)).containsExactly(new PointPx(100, 100), new PointPx(200, 100));
    }

    @Test
    void where_the_map_is_not_trusted_nothing_is_expected_or_learnt() {
        PixelMap leftHalf = new ShiftedMap(0, 0, at -> at.x() < 150);
        add(Stage.session(1), dot(100, 100), dot(200, 100));
        assertThat(points(catalogue.placesIn(Stage.settled(1), leftHalf))).containsExactly(new PointPx(100, 100));

        catalogue.add(Stage.settled(1), List.of(dot(100, 100), dot(300, 100)), leftHalf);

        assertThat(expectedIn(Stage.session(2))).containsExactly(new PointPx(100, 100), new PointPx(200, 100));
    }

    @Test
    void places_are_kept_on_the_reference_and_told_on_the_photo() {
        catalogue.add(Stage.session(1), List.of(dot(130, 100)), new ShiftedMap(30, 0, at -> true));

        assertOnly(expectedIn(Stage.settled(1)), 100, 100);
        assertOnly(points(catalogue.placesIn(Stage.settled(1), new ShiftedMap(-7, 0, at -> true))), 93, 100);
    }

    private void add(Stage stage, Dot... dots) {
        catalogue.add(stage, List.of(dots), PixelMap.identity());
    }

    private List<PointPx> expectedIn(Stage stage) {
        return points(catalogue.placesIn(stage, PixelMap.identity()));
    }

    private static void assertOnly(List<PointPx> places, double x, double y) {
        assertThat(places).singleElement().satisfies(at -> {
            assertThat(at.x()).isCloseTo(x, offset(ROUNDING));
            assertThat(at.y()).isCloseTo(y, offset(ROUNDING));
        });
    }

    private static Dot dot(double x, double y) {
        return new Dot(new PointPx(x, y), 0.4, 0.3, 0.04, 0.002, 12, 0.95);
    }

    private static List<PointPx> points(List<Expectation.Place> places) {
        return places.stream().map(Expectation.Place::at).toList();
    }
}
