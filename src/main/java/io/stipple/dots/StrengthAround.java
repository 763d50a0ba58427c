package io.stipple.dots;

import io.stipple.model.PointPx;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * How far the dots of a photo stand out where they are, for new ones to be compared with. Light, blur and slant are
 * nearly one over a few millimetres and differ over a head, so that it is the dots around which tell a faint dot from
 * what is none, and one threshold for all of the photo cannot.
 */
final class StrengthAround {
    private static final int ENOUGH =
            20; // dots around, for their spread, by the median distance, to be known to a quarter
    private static final double LEAST =
            0.5; // of the dots around: what is closer is not doubted, however alike these are
    private static final double SPREADS = 2.5; // deviations of ln strength: one in 160 of those alike is below

    private final PointGrid places;
    private final double[] logSnr;

    /** @param blobs of one crop, of known kinds; the dots among them are compared with */
    StrengthAround(List<Blob> blobs) {
        List<Blob> dots =
                blobs.stream().filter(b -> b.kind == Mark.Kind.DOT && b.snr > 0).toList();
        double widest = dots.stream().mapToDouble(b -> b.frame.pxPerMm()).max().orElse(1);
        places = new PointGrid(
                Math.max(1, Surroundings.AROUND_MM / 2 * widest),
                dots.stream().map(b -> new PointPx(b.x, b.y)).toList());
        logSnr = dots.stream().mapToDouble(b -> Math.log(b.snr)).toArray();
    }

    /** Whether it stands out far less than the dots around it, of which there are enough. */
    boolean isFaint(Blob b) {
        double strength = Math.log(b.snr);
        double doubted = strength - Math.log(LEAST);
        int[] count = new int[2];
        visit(b, s -> count[s > doubted ? 1 : 0]++);
        int around = count[0] + count[1];
        if (around < ENOUGH || count[1] <= count[0]) {
            return false; // most that are asked end here, none sorted
        }
        double[] strengths = new double[around];
        int[] next = {0};
        visit(b, s -> strengths[next[0]++] = s);
        return strength < Calibration.median(strengths) - SPREADS * Calibration.deviation(strengths);
    }

    private void visit(Blob b, DoubleConsumer visitor) {
        places.within(b.x, b.y, Surroundings.AROUND_MM * b.frame.pxPerMm(), i -> {
            PointPx p = places.point(i);
            if (b.frame.mmOf(p.x() - b.x, p.y() - b.y) < Surroundings.AROUND_MM) {
                visitor.accept(logSnr[i]);
            }
        });
    }
}
