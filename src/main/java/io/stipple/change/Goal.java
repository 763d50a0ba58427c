package io.stipple.change;

import io.stipple.model.Interval;
import io.stipple.model.Measurement;
import io.stipple.model.Stage;
import io.stipple.model.Target;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a region should come to: the client's own words in {@code case.yaml}, else the client's own stubble, where someone
 * drew an outline {@code donor} over it. A null is not known.
 *
 * <p>Stubble is found less surely than dots are, and the {@code before} photo's stubble is vetoed in later photos: of the
 * donor the first counted stage is taken, and its density is the least that it can be.
 *
 * @param density dots per cm²
 * @param ofSameView whether the density was measured in the same view, so that an error of scale is common to both
 * @param densityFrom in words
 * @param contrast of the dots
 * @param contrastFrom in words
 */
record Goal(
        @Nullable Estimate density,
        boolean ofSameView,
        String densityFrom,
        @Nullable Estimate contrast,
        String contrastFrom) {

    /**
     * The goal of a view's regions.
     *
     * @param rows measurements of this view
     * @param view what else is known of it
     */
    static Goal of(Target target, List<Measurement> rows, ViewEvidence view, ChangeSettings settings) {
        Donor donor = donor(rows, view, settings).orElse(null);
        Estimate density = target.densityPerCm2() != null
                ? exactly(target.densityPerCm2())
                : donor == null ? null : donor.density();
        Estimate contrast =
                target.contrast() != null ? exactly(target.contrast()) : donor == null ? null : donor.contrast();
        String donorSays = donor == null ? "" : "by the donor area at " + donor.stage();
        return new Goal(
                density,
                target.densityPerCm2() == null,
                target.densityPerCm2() == null ? donorSays : "by case.yaml",
                contrast,
                target.contrast() == null ? donorSays : "by case.yaml");
    }

    private record Donor(
            Stage stage, Estimate density, @Nullable Estimate contrast) {}

    private static Optional<Donor> donor(List<Measurement> rows, ViewEvidence view, ChangeSettings settings) {
        return rows.stream()
                .filter(row -> row.region().equals(Untreated.DONOR))
                .sorted(Comparator.comparing(Measurement::stage))
                .map(row -> new Region(row, List.of(), view.photo(row.stage().name())).counted(settings))
                .flatMap(Stream::ofNullable)
                .map(counted -> new Donor(
                        counted.stage(),
                        counted.density(settings).blurred(view.surfaceSe(Untreated.DONOR, settings)),
                        Tone.contrast(counted, settings)))
                .filter(donor -> donor.density().value() >= settings.untreatedBelowPerCm2()
                        && donor.density().interval95().lo() > 0)
                .findFirst();
    }

    private static Estimate exactly(double value) {
        return new Estimate(value, new Interval(value, value));
    }
}
