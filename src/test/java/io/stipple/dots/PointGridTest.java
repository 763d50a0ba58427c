package io.stipple.dots;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.model.PointPx;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PointGridTest {
    @Test
    void finds_each_point_within_reach_once_and_no_other() {
        var random = new SplittableRandom(11);
        List<PointPx> points = new ArrayList<>();
        for (int i = 0; i < 3000; i++) { // far beyond the room that the grid starts with
            points.add(new PointPx(400 * random.nextDouble() - 100, 400 * random.nextDouble() - 100));
        }
        var grid = new PointGrid(7, points);

        for (int i = 0; i < 100; i++) {
            double x = 400 * random.nextDouble() - 100;
            double y = 400 * random.nextDouble() - 100;
            double reach = 30 * random.nextDouble();
            List<Integer> found = new ArrayList<>();
            grid.within(x, y, reach, found::add);

            assertThat(found)
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, points.size())
                            .filter(p -> Math.hypot(
                                            points.get(p).x() - x, points.get(p).y() - y)
                                    <= reach)
                            .boxed()
                            .toList());
        }
    }
}
