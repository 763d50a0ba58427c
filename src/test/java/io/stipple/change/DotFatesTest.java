package io.stipple.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.model.Dot;
import io.stipple.model.Fate;
import io.stipple.model.PointPx;
import io.stipple.model.TrackedDot;
import java.util.List;
import org.junit.jupiter.api.Test;

class DotFatesTest {
    private static final PhotoEvidence LEFT_OF_200 = new PhotoEvidence(0.02, at -> at.x() < 200, DotArea.OWN);

    @Test
    void a_dot_is_kept_lost_or_added() {
        DotFates fates = fates(
                List.of(dot(1, 50), dot(2, 100)), PhotoEvidence.none(), List.of(dot(2, 101), dot(3, 150)), LEFT_OF_200);

        assertThat(tracks(fates.lost())).containsExactly(1);
        assertThat(fates.kept()).containsExactly(new DotFates.Kept(dot(2, 100), dot(2, 101)));
        assertThat(tracks(fates.added())).containsExactly(3);
        assertThat(fates.followed()).isEqualTo(2);
    }

    @Test
    void a_dot_found_again_where_the_later_photo_sees_badly_is_neither_kept_nor_lost() {
        DotFates fates = fates(
                List.of(dot(1, 50), dot(2, 300)), PhotoEvidence.none(), List.of(dot(1, 50), dot(2, 300)), LEFT_OF_200);

        assertThat(fates.kept()).extracting(kept -> kept.before().track()).containsExactly(1);
        assertThat(fates.lost()).isEmpty();
        assertThat(fates.added()).isEmpty();
        assertThat(fates.followed()).isEqualTo(1);
    }

    @Test
    void a_dot_missed_where_the_later_photo_sees_badly_is_not_lost() {
        DotFates fates = fates(List.of(dot(1, 300)), PhotoEvidence.none(), List.of(), LEFT_OF_200);

        assertThat(fates.followed()).isZero();
    }

    @Test
    void the_share_kept_does_not_depend_on_where_the_later_photo_sees_badly() {
        // Of 10 dots on each side every other one has gone; badly seen, the right side still gave its kept ones.
        List<TrackedDot> from = CountedRegions.line(1, 20, 0.3, 0.05, track -> 100);
        List<TrackedDot> to = from.stream().filter(dot -> dot.track() % 2 == 0).toList();

        DotFates all = DotFates.of("frontal", from, PhotoEvidence.none(), to, PhotoEvidence.none());
        DotFates half = DotFates.of(
                "frontal", from, PhotoEvidence.none(), to, new PhotoEvidence(0.02, at -> at.x() < 105, DotArea.OWN));

        assertThat(all.kept()).hasSize(10);
        assertThat(all.followed()).isEqualTo(20);
        assertThat(half.kept()).hasSize(5);
        assertThat(half.followed()).isEqualTo(10);
    }

    @Test
    void a_dot_where_the_earlier_photo_saw_badly_is_not_added() {
        DotFates fates = fates(List.of(), LEFT_OF_200, List.of(dot(1, 50), dot(2, 300)), PhotoEvidence.none());

        assertThat(tracks(fates.added())).containsExactly(1);
    }

    private static DotFates fates(
            List<TrackedDot> from, PhotoEvidence fromPhoto, List<TrackedDot> to, PhotoEvidence toPhoto) {
        return DotFates.of("frontal", from, fromPhoto, to, toPhoto);
    }

    private static List<Integer> tracks(List<TrackedDot> dots) {
        return dots.stream().map(TrackedDot::track).toList();
    }

    private static TrackedDot dot(int track, double x) {
        Dot dot = new Dot(new PointPx(x, 100), 0.4, 0.3, 0.05, 0.002, 20, 0.9);
        return new TrackedDot(track, dot, new PointPx(x, 100), "frontal", Fate.KEPT, false);
    }
}
