package io.stipple.change;

import io.stipple.model.Interval;
import io.stipple.model.Millimetres;
import io.stipple.model.PointPx;
import io.stipple.model.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The front edge at one stage, column by column, and what can be told from it.
 *
 * @param stage of the visit
 * @param edgeMm of each column from the client's left to the right; NaN where it could not be traced
 * @param leadMm how far ahead of dots the edge lies in the mean, told by their density
 * @param residualMm median error of the photo's registration, 0 on the reference
 */
record HairlineTrace(Stage stage, List<Double> edgeMm, double leadMm, double residualMm) {
    private static final double BOTH_SIDES_95 = 0.975;

    HairlineTrace {
        edgeMm = List.copyOf(edgeMm);
    }

    int traced() {
        int traced = 0;
        for (double mm : edgeMm) {
            traced += Double.isNaN(mm) ? 0 : 1;
        }
        return traced;
    }

    List<PointPx> line(List<HeadColumn> columns) {
        List<PointPx> line = new ArrayList<>();
        for (int i = 0; i < edgeMm.size(); i++) {
            if (!Double.isNaN(edgeMm.get(i))) {
                line.add(columns.get(i).placeAt(edgeMm.get(i)));
            }
        }
        return line;
    }

    /** How far this line lies ahead of an earlier one; empty where they share too few columns. */
    Optional<Millimetres> aheadOf(HairlineTrace earlier, HairlineSettings settings) {
        double registration = Math.hypot(residualMm, earlier.residualMm) / Confidence.MEDIAN_RADIUS;
        double tracing = tracingSe(Math.max(leadMm, earlier.leadMm), settings);
        return mean(differences(earlier.edgeMm), settings.leastColumns(), Math.hypot(registration, tracing));
    }

    /** How far this line lies ahead of an exact one; empty where they share too few columns. */
    Optional<Millimetres> aheadOf(List<Double> exactMm, HairlineSettings settings) {
        double registration = residualMm / Confidence.MEDIAN_RADIUS;
        return mean(
                differences(exactMm), settings.leastColumns(), Math.hypot(registration, tracingSe(leadMm, settings)));
    }

    private static double tracingSe(double leadMm, HairlineSettings settings) {
        return Math.hypot(settings.densityRelativeSe() * leadMm, settings.ownErrorMm());
    }

    /**
     * How much farther ahead the left side reaches than the right; empty where too few columns have a counterpart.
     *
     * <p>A middle line turned by an angle seems to push one side ahead by twice a column's distance times the angle; one
     * moved aside, by twice its error times the slope of the line.
     *
     * @param fromMiddleMm distance of each column from the middle, mm; NaN off the scalp
     */
    Optional<Millimetres> asymmetry(List<Double> fromMiddleMm, HairlineSettings settings) {
        List<Double> differences = new ArrayList<>();
        double distances = 0;
        int inner = -1;
        int outer = -1;
        for (int i = 0; i < edgeMm.size() / 2; i++) {
            double difference = edgeMm.get(i) - edgeMm.get(edgeMm.size() - 1 - i);
            if (!Double.isNaN(difference + fromMiddleMm.get(i))) {
                differences.add(difference);
                distances += fromMiddleMm.get(i);
                outer = outer < 0 ? i : outer;
                inner = i;
            }
        }
        if (differences.size() < settings.leastPairs()) {
            return Optional.empty();
        }
        double drop = Math.abs(middleOfPair(inner) - middleOfPair(outer));
        double slope = drop / (fromMiddleMm.get(outer) - fromMiddleMm.get(inner));
        double turned = 2 * distances / differences.size() * Math.tan(Math.toRadians(settings.axisSeDeg()));
        return mean(differences, settings.leastPairs(), Math.hypot(turned, 2 * slope * settings.middleSeMm()));
    }

    private double middleOfPair(int column) {
        return (edgeMm.get(column) + edgeMm.get(edgeMm.size() - 1 - column)) / 2;
    }

    private List<Double> differences(List<Double> otherMm) {
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < edgeMm.size(); i++) {
            double difference = edgeMm.get(i) - otherMm.get(i);
            if (!Double.isNaN(difference)) {
                differences.add(difference);
            }
        }
        return differences;
    }

    /** Mean over columns: Student's interval of their scatter, and the error that they share beside it. */
    private static Optional<Millimetres> mean(List<Double> differences, int least, double sharedSe) {
        int n = differences.size();
        if (n < least) {
            return Optional.empty();
        }
        double mean = differences.stream().mapToDouble(d -> d).average().orElse(0);
        double squares =
                differences.stream().mapToDouble(d -> (d - mean) * (d - mean)).sum();
        double t = TDistribution.of(n - 1).inverseCumulativeProbability(BOTH_SIDES_95);
        double half = Math.hypot(t * Math.sqrt(squares / (n - 1) / n), Confidence.Z95 * sharedSe);
        return Optional.of(new Millimetres(mean, new Interval(mean - half, mean + half)));
    }
}
