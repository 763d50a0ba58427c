package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.model.Dot;
import io.stipple.model.Fate;
import io.stipple.model.PixelMap;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpGeometry;
import io.stipple.model.Stage;
import io.stipple.model.TrackedDot;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DotTrackerTest {
    private static final ScalpGeometry TEN_PX_PER_MM = ScalpGeometry.flat(10);

    @Test
    void a_dot_keeps_its_track_through_a_stage_that_misses_it() {
        var tracks = follow(List.of(dot(100, 100)), List.of(), List.of(dot(100.4, 99.8)));
        assertThat(tracks.get(2).get(0).track()).isEqualTo(tracks.get(0).get(0).track());
    }

    @Test
    void two_missing_stages_end_a_track() {
        var tracks = follow(List.of(dot(100, 100)), List.of(), List.of(), List.of(dot(100, 100)));
        assertThat(tracks.get(3).get(0).track())
                .isNotEqualTo(tracks.get(0).get(0).track());
    }

    @Test
    void fates_tell_new_kept_and_last_seen() {
        var tracks = follow(
                List.of(dot(100, 100), dot(200, 100)),
                List.of(dot(100, 100), dot(200, 100), dot(300, 100)),
                List.of(dot(100, 100), dot(300, 100)));
        assertThat(fates(tracks.get(0))).containsExactly(Fate.NEW, Fate.NEW);
        assertThat(fates(tracks.get(1))).containsExactly(Fate.KEPT, Fate.LAST_SEEN, Fate.NEW);
        assertThat(fates(tracks.get(2))).containsExactly(Fate.KEPT, Fate.KEPT);
    }

    @Test
    void a_neighbour_farther_than_the_gate_is_another_dot() {
        // Residuals of 0.02 mm leave the least gate, 0.2 mm or 2 px.
        var tracks = follow(List.of(dot(100, 100)), List.of(dot(102.5, 100)));
        assertThat(tracks.get(1).get(0).track())
                .isNotEqualTo(tracks.get(0).get(0).track());
    }

    @Test
    void a_thousand_dots_shaken_by_the_residual_are_all_followed() {
        var random = new SplittableRandom(3);
        List<Dot> first = new ArrayList<>();
        List<Dot> second = new ArrayList<>();
        for (int i = 0; i < 1024; i++) { // on a lattice of 0.8 mm: as dense as treated scalps get
            double x = 10 + 8.0 * (i % 32);
            double y = 10 + 8.0 * Math.floorDiv(i, 32);
            first.add(dot(x, y));
            second.add(dot(x + random.nextDouble() - 0.5, y + random.nextDouble() - 0.5));
        }
        var tracks = follow(first, second);
        for (int i = 0; i < 1024; i++) {
            assertThat(tracks.get(1).get(i).track())
                    .isEqualTo(tracks.get(0).get(i).track());
        }
    }

    @Test
    void where_the_map_is_not_trusted_nothing_is_followed() {
        PixelMap nowhere = new PixelMap() {
            @Override
            public PointPx toPhoto(double x, double y) {
                return new PointPx(x, y);
            }

            @Override
            public PointPx toReference(double x, double y) {
                return new PointPx(x, y);
            }

            @Override
            public boolean trusted(double x, double y) {
                return false;
            }
        };
        var tracks = DotTracker.follow(
                List.of(
                        new StageDots(Stage.BEFORE, List.of(dot(5, 5)), PixelMap.identity(), 0),
                        new StageDots(Stage.session(1), List.of(dot(5, 5)), nowhere, 0.02)),
                TrackerSettings.defaults(),
                TEN_PX_PER_MM);
        assertThat(tracks.get(1).get(0).track())
                .isNotEqualTo(tracks.get(0).get(0).track());
    }

    @SafeVarargs
    private static List<List<TrackedDot>> follow(List<Dot>... stages) {
        List<StageDots> inOrder = new ArrayList<>();
        for (int i = 0; i < stages.length; i++) {
            inOrder.add(new StageDots(Stage.session(i + 1), stages[i], PixelMap.identity(), 0.02));
        }
        return DotTracker.follow(inOrder, TrackerSettings.defaults(), TEN_PX_PER_MM);
    }

    private static List<Fate> fates(List<TrackedDot> dots) {
        return dots.stream().map(TrackedDot::fate).toList();
    }

    private static Dot dot(double x, double y) {
        return new Dot(new PointPx(x, y), 0.4, 0.3, 0.04, 0.002, 12, 0.95);
    }
}
