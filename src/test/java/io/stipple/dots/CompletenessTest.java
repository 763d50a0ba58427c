package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.stipple.model.PointPx;
import io.stipple.model.ScalpGeometry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletenessTest {
    private static final double PLACE_SD_MM = 0.03;
    private static final ScalpGeometry FLAT = ScalpGeometry.flat(SyntheticScalp.PX_PER_MM);

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.04})
    void corrects_the_count_to_the_truth(double noise) throws Exception {
        SyntheticScalp scalp = new SyntheticScalp(500, 9).dots(450, 0.36, 0.22, 0.5);
        var finder = new DotFinder(DotSettings.defaults());
        try (var photo = scalp.photo(1.1, noise, 0.8);
                var mask = scalp.everywhere();
                var field = finder.find(photo, mask, FLAT)) {
            CompletenessResult result = new Completeness(finder)
                    .measure(field, Map.of("all", mask), FLAT, at -> true, 4)
                    .get("all");
            assertThat(result.injected()).isGreaterThanOrEqualTo(200);
            double corrected = field.dots().size() / result.completeness();
            // 450 dots and 220 artificial ones, each with a binomial error of about 2 %: three of both together.
            assertThat(corrected / scalp.truth.size()).isCloseTo(1, offset(0.06));
        }
    }

    @Test
    void untreated_scalp_has_no_dots_to_copy() throws Exception {
        // Enough specks to copy, but 0.6 of them per cm²: nobody treats a scalp so sparsely.
        SyntheticScalp scalp = new SyntheticScalp(500, 9).dots(13, 0.36, 0.22, 0.5);
        var finder = new DotFinder(DotSettings.defaults());
        try (var photo = scalp.photo(1.1, 0.02, 0.8);
                var mask = scalp.everywhere();
                var field = finder.find(photo, mask, FLAT)) {
            assertThat(field.dots()).hasSizeGreaterThan(10);
            assertThat(new Completeness(finder).measure(field, Map.of("all", mask), FLAT, at -> true, 4))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.08, 0.12})
    void tells_how_many_empty_places_pass_for_dots(double noise) throws Exception {
        SyntheticScalp scalp = new SyntheticScalp(500, 11).dots(400, 0.4, 0.3, 0.9);
        List<PointPx> empty = emptyPlaces(scalp, 250);
        List<PointPx> places = new ArrayList<>(
                scalp.truth.stream().map(SyntheticScalp.Truth::centre).toList());
        places.addAll(empty);
        Set<PointPx> known = Set.copyOf(empty);
        var finder = new DotFinder(DotSettings.defaults());
        try (var photo = scalp.photo(1.1, noise, 0.8);
                var mask = scalp.everywhere();
                var field = finder.find(
                        photo,
                        mask,
                        FLAT,
                        new Expectation(true, Expected.at(places), PLACE_SD_MM, at -> true, null, null))) {
            CompletenessResult told = new Completeness(finder)
                    .measureEmpty(field, Map.of("all", mask), FLAT, at -> true, 4)
                    .get("all");

            long passed = field.marks().stream()
                    .filter(mark -> mark.kind() == Mark.Kind.DOT && mark.known())
                    .filter(mark -> known.stream()
                            .anyMatch(at -> at.distanceTo(mark.dot().centre()) < 0.2 * SyntheticScalp.PX_PER_MM))
                    .count();
            double truly = passed / (double) empty.size();
            // Three binomial errors of the 250 places and of the artificial ones together.
            assertThat(told.completeness())
                    .isCloseTo(truly, offset(3 * Math.hypot(told.se(), Math.sqrt((truly + 0.004) / 250))));
        }
    }

    @Test
    void empty_places_are_told_only_where_other_photos_showed_dots() throws Exception {
        SyntheticScalp scalp = new SyntheticScalp(300, 12).dots(120, 0.4, 0.3, 0.9);
        var finder = new DotFinder(DotSettings.defaults());
        try (var photo = scalp.photo(1.1, 0.02, 0.8);
                var mask = scalp.everywhere();
                var field = finder.find(photo, mask, FLAT)) {
            assertThat(new Completeness(finder).measureEmpty(field, Map.of("all", mask), FLAT, at -> true, 4))
                    .isEmpty();
        }
    }

    /** Places a dot's spacing from every dot and a dot's width from each other. */
    private static List<PointPx> emptyPlaces(SyntheticScalp scalp, int count) {
        var random = new SplittableRandom(22);
        List<PointPx> taken = new ArrayList<>(
                scalp.truth.stream().map(SyntheticScalp.Truth::centre).toList());
        List<PointPx> empty = new ArrayList<>();
        for (int tries = 0; tries < 100_000 && empty.size() < count; tries++) {
            PointPx at = new PointPx(10 + 480 * random.nextDouble(), 10 + 480 * random.nextDouble());
            if (taken.stream().allMatch(p -> p.distanceTo(at) > 0.6 * SyntheticScalp.PX_PER_MM)) {
                empty.add(at);
                taken.add(at);
            }
        }
        return empty;
    }
}
