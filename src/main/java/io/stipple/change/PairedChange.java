package io.stipple.change;

import io.stipple.model.Dot;
import io.stipple.model.ErrorPart;
import io.stipple.model.Interval;
import io.stipple.model.PercentChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How a figure of the single dot changed, over the dots found in both stages: 100·(mean after / mean before − 1).
 *
 * <p>Only dots in both: over all dots of each stage, pale dots that vanish would make the rest look darker, and fresh
 * ones would hide that the old ones faded. The mean is over the dots that are there in both; so a dot's own way of
 * fading is no error, only its measurement is, and the few pairs that were missed.
 */
final class PairedChange {
    private final List<ErrorPart> shared;
    private final ToDoubleFunction<Dot> figure;
    private final ToDoubleFunction<Dot> standardError;
    private final ChangeSettings settings;

    private PairedChange(
            List<ErrorPart> shared,
            ToDoubleFunction<Dot> figure,
            ToDoubleFunction<Dot> standardError,
            ChangeSettings settings) {
        this.shared = shared;
        this.figure = figure;
        this.standardError = standardError;
        this.settings = settings;
    }

    /** @param dotAreaSe relative standard error of the ratio of the dots' areas in the two photos */
    static PairedChange ofContrast(double dotAreaSe, ChangeSettings settings) {
        return new PairedChange(
                List.of(photometry(settings), new ErrorPart("size of the dots", dotAreaSe)),
                Dot::contrast,
                dot -> Math.abs(dot.contrast()) / dot.snr(),
                settings);
    }

    static PairedChange ofPigment(ChangeSettings settings) {
        return new PairedChange(List.of(photometry(settings)), Dot::pigmentMm2, Dot::pigmentSeMm2, settings);
    }

    /**
     * Each photo's diameters are its own reading, so that dots that all grew show; they are taken to be no better known
     * than areas, although half of their error would follow from it.
     */
    static PairedChange ofDiameter(ChangeSettings settings) {
        return new PairedChange(
                List.of(new ErrorPart("size of the dots", Math.sqrt(2) * settings.dotAreaRelativeSe())),
                Dot::diameterMm,
                dot -> 0,
                settings);
    }

    /** The error of the light that all dots of a photo share, in two photos. */
    private static ErrorPart photometry(ChangeSettings settings) {
        return new ErrorPart("photometry of a photo", Math.sqrt(2) * settings.pigmentPhotoRelativeSe());
    }

    /**
     * The change with its 95 % interval; empty for fewer pairs than the settings ask for, or a mean that is not above
     * 0.
     *
     * @param pairs the dots found in both
     * @param foundInBoth share of the dots there in both that were found in both, 0..1
     */
    Optional<Judged> of(List<DotFates.Kept> pairs, double foundInBoth) {
        int count = pairs.size();
        double before = sum(pairs, true);
        double after = sum(pairs, false);
        if (count < settings.leastPairs() || !(before > 0) || !(after > 0)) {
            return Optional.empty();
        }
        double ratio = after / before;
        double measuring = 0;
        double own = 0;
        for (DotFates.Kept pair : pairs) {
            double x = figure.applyAsDouble(pair.before().dot());
            double y = figure.applyAsDouble(pair.after().dot());
            measuring += variance(pair.after().dot(), y)
                    + ratio * ratio * variance(pair.before().dot(), x);
            own += (y - ratio * x) * (y - ratio * x);
        }
        double missedPairs = own * count / (count - 1.0) * (1 - foundInBoth);
        List<ErrorPart> parts = new ArrayList<>();
        parts.add(new ErrorPart("single dots", Math.sqrt(measuring) / after));
        parts.add(new ErrorPart("missed pairs", Math.sqrt(missedPairs) / after));
        parts.addAll(shared);
        double variance = parts.stream()
                .mapToDouble(part -> part.relativeSe() * part.relativeSe())
                .sum();
        double factor = Math.exp(Confidence.Z95 * Math.sqrt(variance));
        PercentChange change = new PercentChange(
                100 * (ratio - 1), new Interval(100 * (ratio / factor - 1), 100 * (ratio * factor - 1)));
        return Optional.of(new Judged(change, parts));
    }

    private double sum(List<DotFates.Kept> pairs, boolean earlier) {
        double sum = 0;
        for (DotFates.Kept pair : pairs) {
            sum += figure.applyAsDouble((earlier ? pair.before() : pair.after()).dot());
        }
        return sum;
    }

    private double variance(Dot dot, double value) {
        double noise = standardError.applyAsDouble(dot);
        double scatter = settings.dotScatter() * value;
        return noise * noise + scatter * scatter;
    }
}
