package io.stipple.dots;

import io.stipple.model.PointPx;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The known places around each other: near enough for one to tell of its neighbour, and enough of them to tell. */
final class Surroundings {
    static final double AROUND_MM = 6; // blur and slant change little over it, and it holds some 50 dots

    private Surroundings() {}

    /** Which of some places is nearest to that of a dot; -1 where none is near. */
    static int nearest(PointGrid places, Blob blob) {
        int[] best = {-1};
        double[] least = {Double.POSITIVE_INFINITY};
        places.within(blob.homeX, blob.homeY, AROUND_MM * blob.frame.pxPerMm(), i -> {
            PointPx p = places.point(i);
            double away = blob.frame.mmOf(p.x() - blob.homeX, p.y() - blob.homeY);
            if (away < Math.min(AROUND_MM, least[0])) {
                least[0] = away;
                best[0] = i;
            }
        });
        return best[0];
    }

    /** The places of dots. */
    static PointGrid grid(List<Blob> weighed) {
        double widest =
                weighed.stream().mapToDouble(b -> b.frame.pxPerMm()).max().orElse(1);
        return new PointGrid(
                Math.max(1, AROUND_MM / 2 * widest),
                weighed.stream().map(b -> new PointPx(b.homeX, b.homeY)).toList());
    }

    /** Which of the wanted dots have their places around that of one. */
    static int[] of(PointGrid places, List<Blob> weighed, int place, IntPredicate wanted) {
        Blob at = weighed.get(place);
        IntStream.Builder near = IntStream.builder();
        places.within(at.homeX, at.homeY, AROUND_MM * at.frame.pxPerMm(), i -> {
            PointPx p = places.point(i);
            if (wanted.test(i) && at.frame.mmOf(p.x() - at.homeX, p.y() - at.homeY) < AROUND_MM) {
                near.add(i);
            }
        });
        return near.build().toArray();
    }
}
