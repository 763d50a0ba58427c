package io.stipple.dots;

import io.stipple.model.PointPx;
import java.util.List;

/** Places for tests that do not say how much pigment is expected there. */
final class Expected {
    private Expected() {}

    static List<Expectation.Place> at(List<PointPx> points) {
        return points.stream()
                .map(point -> new Expectation.Place(point, 0, false))
                .toList();
    }
}
