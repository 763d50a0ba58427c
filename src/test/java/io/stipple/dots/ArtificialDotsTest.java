package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.model.PointPx;
import io.stipple.model.ScalpGeometry;
import io.stipple.opencv.Mask;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

class ArtificialDotsTest {
    private static final ScalpGeometry FLAT = ScalpGeometry.flat(SyntheticScalp.PX_PER_MM);
    private static final int SIDE_PX = 360;
    private static final int MARGIN_PX = 15; // the working crop is not the photo: places must be told on the photo
    private static final int MIDDLE_PX = SIDE_PX / 2;
    private static final Predicate<PointPx> RIGHT = at -> at.x() >= MIDDLE_PX;

    @Test
    void none_is_set_where_dots_do_not_count() throws Exception {
        var scalp = new SyntheticScalp(SIDE_PX, 15).dots(250, 0.4, 0.3, 0.6);
        try (var photo = scalp.photo(1, 0.02, 1);
                var mask = scalp.within(MARGIN_PX);
                var field = new DotFinder(DotSettings.defaults()).find(photo, mask, FLAT)) {
            List<Blob> sources =
                    field.blobs().stream().filter(b -> b.kind == Mark.Kind.DOT).toList();

            List<PointPx> placed = new ArtificialDots(field, sources, FLAT, RIGHT, 1)
                    .place("all", mask, 200).stream()
                            .map(p -> new PointPx(p.blob().x + MARGIN_PX, p.blob().y + MARGIN_PX))
                            .toList();

            // Half of the skin has room for all of them.
            assertThat(placed).hasSize(200).allMatch(RIGHT);
            // Every bit of that half is used: of 200 even dots none in a tenth of it comes once in 1e9 draws.
            double tenthPx = (MIDDLE_PX - MARGIN_PX) / 10.0;
            assertThat(placed).anyMatch(p -> p.x() < MIDDLE_PX + tenthPx);
            assertThat(placed).anyMatch(p -> p.x() > SIDE_PX - MARGIN_PX - tenthPx);
        }
    }

    @Test
    void a_region_where_dots_do_not_count_has_no_completeness() throws Exception {
        var scalp = new SyntheticScalp(SIDE_PX, 15).dots(250, 0.4, 0.3, 0.6);
        var finder = new DotFinder(DotSettings.defaults());
        Set<PointPx> asked = new HashSet<>();
        Predicate<PointPx> counts = at -> {
            asked.add(at);
            return RIGHT.test(at);
        };
        try (var photo = scalp.photo(1, 0.02, 1);
                var mask = scalp.within(MARGIN_PX);
                var left = columns(0, MIDDLE_PX - 1);
                var right = columns(MIDDLE_PX + 1, SIDE_PX);
                var field = finder.find(photo, mask, FLAT)) {
            var measured =
                    new Completeness(finder).measure(field, Map.of("left", left, "right", right), FLAT, counts, 4);

            assertThat(measured).containsOnlyKeys("right");
            // Two pictures of 110, and as many more as the share needs to be known to 1.2 points.
            assertThat(measured.get("right").injected()).isBetween(220, 550);
            assertThat(measured.get("right").se()).isLessThan(0.0121);
            // Asked of the photo's own pixels, to which both halves and no margin belong.
            assertThat(asked)
                    .anyMatch(RIGHT.negate())
                    .allMatch(at -> at.x() > MARGIN_PX - 1 && at.x() < SIDE_PX - MARGIN_PX);
        }
    }

    private static Mask columns(int from, int to) {
        Mat mask = Mat.zeros(SIDE_PX, SIDE_PX, CvType.CV_8U);
        Mat inner = mask.submat(0, SIDE_PX, from, to);
        inner.setTo(new Scalar(255));
        inner.release();
        return new Mask(mask);
    }
}
