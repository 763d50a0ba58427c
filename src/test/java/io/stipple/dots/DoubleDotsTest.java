package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.stipple.model.Dot;
import io.stipple.model.Fate;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpGeometry;
import io.stipple.model.TrackedDot;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DoubleDotsTest {
    @Test
    void dots_strewn_at_random_double_as_often_as_chance_says() {
        double sideMm = 60;
        List<TrackedDot> older = strewn(2000, sideMm, 1);
        List<TrackedDot> fresh = strewn(2000, sideMm, 2);
        DoubleDots doubles = DoubleDots.count(older, fresh, 2000 / (sideMm * sideMm), ScalpGeometry.flat(10));
        double share = 1 - Math.exp(-2000 / (sideMm * sideMm) * Math.PI * 0.16);
        assertThat(doubles.byChance()).isCloseTo(2000 * share, offset(1e-6));
        // Three binomial standard errors, √(2000·0.24·0.76), and a little for the rim.
        assertThat((double) doubles.doubles()).isCloseTo(2000 * share, offset(60.0));
    }

    @Test
    void dots_kept_apart_do_not_double() {
        List<TrackedDot> older = List.of(dot(0, 0), dot(10, 0));
        assertThat(DoubleDots.count(older, List.of(dot(5, 0)), 0.1, ScalpGeometry.flat(10))
                        .doubles())
                .isZero();
    }

    private static List<TrackedDot> strewn(int count, double sideMm, long seed) {
        var random = new SplittableRandom(seed);
        List<TrackedDot> dots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            dots.add(dot(random.nextDouble() * sideMm * 10, random.nextDouble() * sideMm * 10));
        }
        return dots;
    }

    private static TrackedDot dot(double x, double y) {
        PointPx at = new PointPx(x, y);
        return new TrackedDot(1, new Dot(at, 0.4, 0.3, 0.04, 0.002, 12, 0.95), at, null, Fate.NEW);
    }
}
