package io.stipple.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.dots.DotSize;
import io.stipple.model.Dot;
import io.stipple.model.PixelMap;
import io.stipple.model.PointPx;
import io.stipple.model.Stage;
import io.stipple.model.Verdict;
import io.stipple.region.SeenScalp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SmallDotsTest {
    private static final double LEAST_PX = 3;
    private static final double FAR = 11.4; // px/mm
    private static final double NEAR = 14.4;

    @Test
    void the_sharpest_photo_tells_that_a_blurred_one_shows_too_small_dots() {
        List<MeasuredPhoto> photos = List.of(
                photo(Stage.session(1), 0.33, FAR, 1.5), // 3.8 px by itself, most of it blur
                photo(Stage.settled(1), 0.23, FAR, 0.7));

        List<MeasuredPhoto> judged = SmallDots.setAside(photos, LEAST_PX);

        assertThat(judged)
                .allSatisfy(photo -> {
                    assertThat(photo.row().verdict()).isEqualTo(Verdict.TONE_ONLY);
                    assertThat(photo.row().reason())
                            .contains("dots of 0.23 mm cover 2.6 px here (11.4 px/mm), fewer than 3")
                            .contains("go 1.2 times nearer");
                    assertThat(photo.row().rejected()).isEmpty();
                })
                .extracting(MeasuredPhoto::scalp)
                .allSatisfy(scalp -> {
                    assertThat(scalp.counted()).isFalse();
                    assertThat(scalp.dots()).isEmpty();
                    assertThat(scalp.regions().get("vertex").verdict()).isEqualTo(Verdict.TONE_ONLY);
                    assertThat(scalp.regions().get("vertex").reason()).isEqualTo(scalp.whyNotCounted());
                    assertThat(scalp.regions().get("frontal").reason()).isEqualTo("hidden");
                });
    }

    @Test
    void a_photo_from_nearer_counts_the_same_dots() {
        List<MeasuredPhoto> photos =
                List.of(photo(Stage.session(1), 0.23, FAR, 0.7), photo(Stage.settled(1), 0.23, NEAR, 0.9));

        List<MeasuredPhoto> judged = SmallDots.setAside(photos, LEAST_PX);

        assertThat(judged.get(0).row().verdict()).isEqualTo(Verdict.TONE_ONLY);
        assertThat(judged.get(1)).isSameAs(photos.get(1));
    }

    @Test
    void dots_of_three_pixels_and_more_stay() {
        List<MeasuredPhoto> photos =
                List.of(photo(Stage.session(1), 0.27, FAR, 0.7), photo(Stage.settled(1), 0.38, FAR, 1.4));

        assertThat(SmallDots.setAside(photos, LEAST_PX)).isEqualTo(photos);
    }

    @Test
    void marks_of_the_untreated_scalp_tell_nothing_and_stay() {
        List<MeasuredPhoto> photos =
                List.of(photo(Stage.BEFORE, 0.1, FAR, 0.4), photo(Stage.session(1), 0.4, FAR, 1.2));

        assertThat(SmallDots.setAside(photos, LEAST_PX)).isEqualTo(photos);
    }

    @Test
    void where_no_photo_tells_none_is_set_aside() {
        MeasuredPhoto untold = new MeasuredPhoto(
                TopPhoto.shot(Stage.RESULT), TopPhoto.row(Stage.RESULT, Map.of("stroke", 3)), null, null);

        assertThat(SmallDots.setAside(List.of(untold), LEAST_PX)).containsExactly(untold);
    }

    private static MeasuredPhoto photo(Stage stage, double diameterMm, double pxPerMm, double blurPx) {
        Dot dot = new Dot(new PointPx(5, 5), diameterMm, 0.3, 0.02, 0.002, 8, 1);
        ScalpEvidence scalp = new ScalpEvidence(
                PixelMap.identity(),
                Optional.empty(),
                0,
                SeenScalp.of(10, 10, 4, (x, y) -> true),
                List.of(dot),
                List.of(),
                Optional.of(new DotSize(0.04, diameterMm, pxPerMm, 2, 0)),
                false,
                List.of(),
                Map.of("stroke", 3),
                "",
                Map.of(
                        "vertex", new RegionEvidence(Verdict.MEASURED, "", null, null, null),
                        "frontal", new RegionEvidence(Verdict.UNUSABLE, "hidden", null, null, null)),
                pxPerMm,
                blurPx,
                0);
        return new MeasuredPhoto(TopPhoto.shot(stage), TopPhoto.row(stage, Map.of("stroke", 3)), scalp, null);
    }
}
