package io.stipple.change;

import io.stipple.model.Dot;
import io.stipple.model.ScalpFrame;
import io.stipple.model.ScalpGeometry;
import io.stipple.model.TrackedDot;
import java.util.List;
import java.util.Optional;

/**
 * New dots that landed on older ones, and how many would by chance alone.
 *
 * @param count new dots whose disc overlaps an older dot's
 * @param byChance the sum over new dots of 1 − exp(−λπd²), λ the density of older dots, d the reach at which discs
 *     overlap
 */
record DoubleDots(int count, double byChance) {
    /**
     * The double dots among {@code added}.
     *
     * @param older all dots of the earlier stage, in and around the region
     * @param olderPerMm2 their density in the region
     * @param reference geometry of the photo that the dots' reference points lie in
     */
    static DoubleDots among(
            List<TrackedDot> added, List<TrackedDot> older, double olderPerMm2, ScalpGeometry reference) {
        double meanOlderMm = older.stream()
                .map(TrackedDot::dot)
                .mapToDouble(Dot::diameterMm)
                .average()
                .orElse(0);
        int count = 0;
        double byChance = 0;
        for (TrackedDot dot : added) {
            Optional<ScalpFrame> frame =
                    reference.at(dot.reference().x(), dot.reference().y());
            if (frame.isPresent() && older.stream().anyMatch(old -> overlap(dot, old, frame.get()))) {
                count++;
            }
            double reachMm = (dot.dot().diameterMm() + meanOlderMm) / 2;
            byChance += 1 - Math.exp(-olderPerMm2 * Math.PI * reachMm * reachMm);
        }
        return new DoubleDots(count, byChance);
    }

    private static boolean overlap(TrackedDot one, TrackedDot other, ScalpFrame frame) {
        double dx = other.reference().x() - one.reference().x();
        double dy = other.reference().y() - one.reference().y();
        return frame.mmOf(dx, dy) < (one.dot().diameterMm() + other.dot().diameterMm()) / 2;
    }
}
