package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stipple.model.PointPx;
import io.stipple.model.ScalpGeometry;
import io.stipple.opencv.Mask;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
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
            // A picture of 210, and a second one where the share is not known to 1.2 points yet.
            assertThat(measured.get("right").injected()).isBetween(210, 420);
            assertThat(measured.get("right").se()).isLessThan(0.0121);
            // Asked of the photo's own pixels, to which both halves and no margin belong.
            assertThat(asked)
                    .anyMatch(RIGHT.negate())
                    .allMatch(at -> at.x() > MARGIN_PX - 1 && at.x() < SIDE_PX - MARGIN_PX);
        }
    }

    @Test
    void artificial_dots_are_as_crowded_as_real_ones() throws Exception {
        var scalp = new SyntheticScalp(SIDE_PX, 16).dots(80, 0.4, 0.35, 0.9).pairs(80, 0.4, 0.35, 0.3, 0.9);
        List<PointPx> places =
                scalp.truth.stream().map(SyntheticScalp.Truth::centre).toList();
        var expected = new Expectation(true, Expected.at(places), 0.04, at -> true, null, null);
        try (var photo = scalp.photo(1.6, 0.02, 1);
                var mask = scalp.within(MARGIN_PX);
                var field = new DotFinder(DotSettings.defaults()).find(photo, mask, FLAT, expected)) {
            List<Blob> sources =
                    field.blobs().stream().filter(b -> b.kind == Mark.Kind.DOT).toList();

            double real = meanCrowd(sources, sources, field);
            // Drawn anew eight times: 480 at once would not find room apart.
            double artificial = LongStream.rangeClosed(1, 8)
                    .mapToDouble(seed -> {
                        List<Blob> placed = new ArtificialDots(field, sources, FLAT, at -> true, seed)
                                .place("all", mask, 60).stream()
                                        .map(ArtificialDots.Placed::blob)
                                        .toList();
                        return meanCrowd(placed, sources, field);
                    })
                    .average()
                    .orElseThrow();
            // Two in three are of a pair, whose profiles share a fifth to a third.
            assertThat(real).isBetween(0.1, 0.3);
            // 480 drawn: three errors of 3.2 % of how many are of a pair, and 0.02 that a place may be off.
            assertThat(artificial).isCloseTo(real, within(0.1 * real + 0.02));
        }
    }

    @Test
    void artificial_dots_do_not_crowd_each_other() throws Exception {
        var scalp = new SyntheticScalp(SIDE_PX, 18).dots(250, 0.4, 0.3, 0.6);
        try (var photo = scalp.photo(1, 0.02, 1);
                var mask = scalp.within(MARGIN_PX);
                var field = new DotFinder(DotSettings.defaults()).find(photo, mask, FLAT)) {
            List<Blob> sources =
                    field.blobs().stream().filter(b -> b.kind == Mark.Kind.DOT).toList();

            List<Blob> placed = new ArtificialDots(field, sources, FLAT, at -> true, 1)
                    .place("all", mask, 100).stream()
                            .map(ArtificialDots.Placed::blob)
                            .toList();

            Calibration own = field.calibration();
            double apartPx = Covariance.seen(sources.get(0).frame, own.scalpMm2(), own.blurPx2())
                    .overlapReach();
            // Of a hundred at random 8 pairs would lie nearer.
            for (int i = 0; i < placed.size(); i++) {
                for (int j = 0; j < i; j++) {
                    Blob a = placed.get(i);
                    Blob b = placed.get(j);
                    assertThat(Math.hypot(a.x - b.x, a.y - b.y)).isGreaterThan(apartPx);
                }
            }
        }
    }

    @Test
    void copies_are_of_dots_that_count() throws Exception {
        var scalp = new SyntheticScalp(SIDE_PX, 17);
        double pale = 0.2;
        double dark = 0.4;
        for (int row = 0; row < 17; row++) {
            for (int column = 0; column < 17; column++) {
                double x = 30.3 + 18.7 * column + 3 * Math.sin(7 * row);
                double y = 30.4 + 18.6 * row + 3 * Math.sin(5 * column);
                scalp.dot(x, y, 0.4, x < MIDDLE_PX ? pale : dark);
            }
        }
        try (var photo = scalp.photo(1, 0.02, 1);
                var mask = scalp.within(MARGIN_PX);
                var field = new DotFinder(DotSettings.defaults()).find(photo, mask, FLAT)) {
            List<Blob> sources =
                    field.blobs().stream().filter(b -> b.kind == Mark.Kind.DOT).toList();

            double[] placed = new ArtificialDots(field, sources, FLAT, RIGHT, 1)
                    .place("all", mask, 100).stream()
                            .mapToDouble(p -> Calibration.rawPigment(p.blob()))
                            .toArray();

            double right = Calibration.median(sources.stream()
                    .filter(b -> b.x + MARGIN_PX >= MIDDLE_PX)
                    .mapToDouble(b -> b.ownPigment)
                    .toArray());
            // Single dots scatter by a tenth; the pale half would take a quarter off.
            assertThat(Calibration.median(placed)).isBetween(0.93 * right, 1.07 * right);
        }
    }

    private static double meanCrowd(List<Blob> of, List<Blob> among, DotField field) {
        Covariance shape = Covariance.seen(
                FLAT.at(1, 1).orElseThrow(),
                field.calibration().scalpMm2(),
                field.calibration().blurPx2());
        return of.stream()
                .mapToDouble(b -> among.stream()
                        .filter(other -> other != b)
                        .mapToDouble(other -> shape.overlap(other.x - b.x, other.y - b.y))
                        .sum())
                .average()
                .orElseThrow();
    }

    private static Mask columns(int from, int to) {
        Mat mask = Mat.zeros(SIDE_PX, SIDE_PX, CvType.CV_8U);
        Mat inner = mask.submat(0, SIDE_PX, from, to);
        inner.setTo(new Scalar(255));
        inner.release();
        return new Mask(mask);
    }
}
