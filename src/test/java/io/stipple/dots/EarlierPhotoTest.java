package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.stipple.model.Dot;
import io.stipple.model.PixelMap;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpGeometry;
import io.stipple.opencv.LinearImage;
import io.stipple.opencv.Mask;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Close pairs in two photos of one scalp: the earlier one blurred so far that it shows many a pair as one dot. */
class EarlierPhotoTest {
    private static final ScalpGeometry FLAT = ScalpGeometry.flat(SyntheticScalp.PX_PER_MM);
    private static final int SIDE_PX = 600;
    private static final double PLACE_SD_MM = 0.03;
    private static final double RESIDUAL_MM = 0.01; // both photos lie on each other to the pixel
    private static final double SAME_PX = 0.2 * SyntheticScalp.PX_PER_MM;

    private final SyntheticScalp scalp =
            new SyntheticScalp(SIDE_PX, 31).dots(200, 0.45, 0.3, 1.2).pairs(80, 0.45, 0.3, 0.5, 1.2);
    private final DotFinder finder = new DotFinder(DotSettings.defaults());
    private List<Mark> sharp;
    private List<Dot> blurred;
    private EarlierPhoto earlier;

    @BeforeEach
    void twoPhotos() throws Exception {
        try (LinearImage later = scalp.photo(0.9, 0.015, 0.8);
                LinearImage before = scalp.photo(2.6, 0.03, 0.8);
                Mask mask = scalp.everywhere()) {
            try (DotField field = finder.find(later, mask, FLAT)) {
                sharp = field.marks();
            }
            var treated = new Expectation(true, List.of(), PLACE_SD_MM, at -> true, null, null);
            DotField field = finder.find(before, mask, FLAT, treated);
            blurred = field.dots();
            earlier = new EarlierPhoto(finder, field, FLAT, PixelMap.identity(), RESIDUAL_MM);
        }
    }

    @AfterEach
    void close() {
        earlier.close();
    }

    @Test
    void a_dot_that_shows_on_healing_was_there_before() {
        List<SyntheticScalp.Truth> missed = missedAtFirst();
        assertThat(missed).as("what this test is about").hasSizeGreaterThan(20);

        List<Dot> recovered = earlier.recover(sharp, PixelMap.identity(), RESIDUAL_MM);

        long stillMissed = missed.stream()
                .filter(dot -> recovered.stream().noneMatch(at(dot.centre())))
                .count();
        assertThat(stillMissed).isLessThanOrEqualTo(missed.size() / 10);
        assertThat(recovered)
                .allMatch(
                        dot -> missed.stream().anyMatch(one -> at(one.centre()).test(dot)));
    }

    @Test
    void it_is_weighed_like_the_others() {
        List<Dot> recovered = earlier.recover(sharp, PixelMap.identity(), RESIDUAL_MM);

        double truth = scalp.truth.stream()
                .mapToDouble(SyntheticScalp.Truth::pigmentMm2)
                .average()
                .orElseThrow();
        double mean = recovered.stream().mapToDouble(Dot::pigmentMm2).average().orElseThrow();
        double ofOthers =
                blurred.stream().mapToDouble(Dot::pigmentMm2).average().orElseThrow();
        // One of two that a photo cannot tell apart takes some of the other's light; together they keep it.
        assertThat(mean / truth).isCloseTo(1, offset(0.15));
        assertThat(mean / ofOthers).isCloseTo(1, offset(0.3));
    }

    @Test
    void nothing_is_recovered_that_the_photo_shows_by_itself() {
        List<Mark> itself = sharp.stream()
                .filter(mark -> blurred.stream().anyMatch(at(mark.dot().centre())))
                .toList();

        assertThat(earlier.recover(itself, PixelMap.identity(), RESIDUAL_MM)).isEmpty();
    }

    @Test
    void a_mark_is_a_dot_where_the_photo_shows_one_once_told() {
        List<Expectation.Place> sure = places(true);
        List<Expectation.Place> alone = places(false);
        assertThat(alone).as("what this test is about").hasSizeGreaterThan(20);

        boolean[] shown = earlier.shows(sure, alone, PixelMap.identity(), RESIDUAL_MM);

        // Of a pair that runs together one may take the other's light, or stand off its place.
        assertThat(share(shown)).isGreaterThan(0.6);
    }

    @Test
    void a_mark_on_bare_skin_is_none() {
        List<Expectation.Place> sure = places(true);
        double typicalMm2 = sure.get(0).pigmentMm2();
        List<Expectation.Place> bare = new ArrayList<>();
        for (int x = 20; x < SIDE_PX - 20; x += 9) {
            for (int y = 20; y < SIDE_PX - 20; y += 9) {
                PointPx at = new PointPx(x, y);
                if (scalp.truth.stream().allMatch(dot -> dot.centre().distanceTo(at) > 0.6 * SyntheticScalp.PX_PER_MM)
                        && bare.size() < 300) {
                    bare.add(new Expectation.Place(at, typicalMm2, false));
                }
            }
        }

        boolean[] shown = earlier.shows(sure, bare, PixelMap.identity(), RESIDUAL_MM);

        // To hold half of a dot's light noise would have to stand 5 deviations out, but for what neighbours lend.
        assertThat(bare).hasSize(300);
        assertThat(share(shown)).isLessThan(0.02);
    }

    @Test
    void what_stands_off_its_place_is_none() {
        List<Expectation.Place> sure = places(true);
        // Some stand where the photo shows a dot, but 0.12 mm beside it: four times what a place repeats to.
        List<Expectation.Place> beside = sure.stream()
                .map(place -> new Expectation.Place(
                        new PointPx(
                                place.at().x() + 0.12 * SyntheticScalp.PX_PER_MM,
                                place.at().y()),
                        place.pigmentMm2(),
                        false))
                .toList();

        boolean[] shown = earlier.shows(sure, beside, PixelMap.identity(), RESIDUAL_MM);

        assertThat(share(shown)).isLessThan(0.2);
    }

    /** What the sharp photo shows, where the blurred one shows a dot by itself or where it shows none. */
    private List<Expectation.Place> places(boolean shownByBoth) {
        return sharp.stream()
                .filter(mark -> mark.kind() == Mark.Kind.DOT)
                .map(Mark::dot)
                .filter(dot -> shownByBoth == blurred.stream().anyMatch(at(dot.centre())))
                .map(dot -> new Expectation.Place(dot.centre(), dot.pigmentMm2(), false))
                .toList();
    }

    private static double share(boolean[] shown) {
        int count = 0;
        for (boolean one : shown) {
            count += one ? 1 : 0;
        }
        return (double) count / shown.length;
    }

    private List<SyntheticScalp.Truth> missedAtFirst() {
        return scalp.truth.stream()
                .filter(dot -> blurred.stream().noneMatch(at(dot.centre())))
                .toList();
    }

    private static Predicate<Dot> at(PointPx place) {
        return dot -> dot.centre().distanceTo(place) < SAME_PX;
    }
}
