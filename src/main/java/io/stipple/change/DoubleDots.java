package io.stipple.change;

import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import io.stipple.model.TrackedDot;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * New dots that landed on older ones, and how many would by chance alone.
 *
 * @param count new dots whose disc overlaps an older dot's
 * @param byChance the sum over new dots of 1 − exp(−λπd²), λ the density of older dots, d the reach at which discs
 *     overlap
 */
record DoubleDots(int count, double byChance) {
    private static final Comparator<TrackedDot> BY_X =
            Comparator.comparingDouble(dot -> dot.reference().x());

    /**
     * The double dots among {@code added}.
     *
     * @param older all dots of the earlier stage, in and around the region
     * @param olderPerMm2 their density in the region
     * @param reference geometry of the photo that the dots' reference points lie in
     */
    static DoubleDots among(
            List<TrackedDot> added, List<TrackedDot> older, double olderPerMm2, ScalpGeometry reference) {
        if (older.isEmpty()) {
            return new DoubleDots(0, 0);
        }
        List<TrackedDot> byX = older.stream().sorted(BY_X).toList();
        double[] xs = byX.stream().mapToDouble(dot -> dot.reference().x()).toArray();
        DoubleSummaryStatistics diameters =
                older.stream().mapToDouble(dot -> dot.dot().diameterMm()).summaryStatistics();
        int count = 0;
        double byChance = 0;
        for (TrackedDot dot : added) {
            ScalpFrame frame =
                    reference.at(dot.reference().x(), dot.reference().y()).orElse(null);
            if (frame == null) {
                continue;
            }
            double ownMm = dot.dot().diameterMm();
            double farthestPx = (ownMm + diameters.getMax()) / 2 * frame.pxPerMm();
            boolean overlaps = false;
            for (int i = firstFrom(xs, dot.reference().x() - farthestPx);
                    i < xs.length && xs[i] <= dot.reference().x() + farthestPx && !overlaps;
                    i++) {
                overlaps = overlap(dot, byX.get(i), frame);
            }
            count += overlaps ? 1 : 0;
            double reachMm = (ownMm + diameters.getAverage()) / 2;
            byChance += 1 - Math.exp(-olderPerMm2 * Math.PI * reachMm * reachMm);
        }
        return new DoubleDots(count, byChance);
    }

    private static int firstFrom(double[] sorted, double least) {
        int at = Arrays.binarySearch(sorted, least);
        return at < 0 ? -at - 1 : at;
    }

    private static boolean overlap(TrackedDot one, TrackedDot other, ScalpFrame frame) {
        double dx = other.reference().x() - one.reference().x();
        double dy = other.reference().y() - one.reference().y();
        return frame.mmOf(dx, dy) < (one.dot().diameterMm() + other.dot().diameterMm()) / 2;
    }
}
