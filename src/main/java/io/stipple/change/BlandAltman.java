package io.stipple.change;

import io.stipple.model.Interval;
import io.stipple.model.RepeatAgreement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The clinic's own table of how well its figures repeat: Bland and Altman (1986), in logarithms. */
public final class BlandAltman {
    private static final int LEAST_PAIRS = 3; // as many as a noise floor asks for

    private BlandAltman() {}

    /** A row for each of density, contrast and pigment that enough repeats have. */
    public static List<RepeatAgreement> table(List<RepeatShot> shots) {
        List<RepeatAgreement> rows = new ArrayList<>();
        row("density", shots, RepeatShot::densityPerCm2).ifPresent(rows::add);
        row("contrast", shots, RepeatShot::contrast).ifPresent(rows::add);
        row("pigment", shots, RepeatShot::pigmentMm2).ifPresent(rows::add);
        return rows;
    }

    /** Each repeat against the first photo of its region, in the order given. */
    static Optional<RepeatAgreement> row(
            String figure, List<RepeatShot> shots, Function<RepeatShot, @Nullable Double> value) {
        Map<String, Double> first = new TreeMap<>();
        List<Double> differences = new ArrayList<>();
        for (RepeatShot shot : shots) {
            Double now = value.apply(shot);
            if (now == null || now <= 0) {
                continue;
            }
            Double before = first.putIfAbsent(shot.place(), now);
            if (before != null) {
                differences.add(Math.log(now / before));
            }
        }
        Optional<NoiseFloor> floor = NoiseFloor.of(shots, value);
        if (differences.size() < LEAST_PAIRS || floor.isEmpty()) {
            return Optional.empty();
        }
        double bias = differences.stream().mapToDouble(d -> d).average().orElse(0);
        double squares =
                differences.stream().mapToDouble(d -> (d - bias) * (d - bias)).sum();
        double reach = Confidence.Z95 * Math.sqrt(squares / (differences.size() - 1));
        return Optional.of(new RepeatAgreement(
                figure,
                differences.size(),
                percent(bias),
                new Interval(percent(bias - reach), percent(bias + reach)),
                floor.get().semPct(),
                floor.get().mdc95Pct()));
    }

    private static double percent(double logRatio) {
        return 100 * Math.expm1(logRatio);
    }
}
