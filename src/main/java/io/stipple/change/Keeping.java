package io.stipple.change;

import io.stipple.model.Change;
import io.stipple.model.ChangeKind;
import io.stipple.model.Interval;
import io.stipple.model.PercentChange;
import io.stipple.model.Stage;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What share of fresh dots this client keeps, from the last session whose fading is known.
 *
 * @param share that stayed, 0..1
 * @param sentence that says where it is from, with its figures
 */
record Keeping(double share, String sentence) {
    /**
     * The share for a region: its own, else the median of the client's other regions; empty where no fading is known.
     *
     * @param changes of the case
     * @param latest stage that the plan starts from
     */
    static Optional<Keeping> of(String view, String region, Stage latest, List<Change> changes) {
        List<Change> fading = changes.stream()
                .filter(change -> change.kind() == ChangeKind.FADING && change.retained() != null)
                .filter(change -> change.to().compareTo(latest) <= 0)
                .toList();
        Optional<Change> own = fading.stream()
                .filter(change -> change.view().equals(view) && change.region().equals(region))
                .max(Comparator.comparing(Change::to));
        return own.isPresent() ? own.map(Keeping::ofRegion) : ofOthers(fading);
    }

    private static Keeping ofRegion(Change fading) {
        PercentChange retained = Objects.requireNonNull(fading.retained());
        Interval interval = retained.interval95();
        Interval shares = new Interval(interval.lo() / 100, interval.hi() / 100);
        return new Keeping(
                retained.pct() / 100,
                Say.share(retained.pct() / 100, shares) + " of the dots of " + fading.from() + " stayed here until "
                        + fading.to());
    }

    private static Optional<Keeping> ofOthers(List<Change> fading) {
        Optional<Stage> last = fading.stream().map(Change::to).max(Comparator.naturalOrder());
        double[] shares = fading.stream()
                .filter(change -> last.isPresent() && change.to().equals(last.get()))
                .mapToDouble(change -> Objects.requireNonNull(change.retained()).pct() / 100)
                .sorted()
                .toArray();
        if (last.isEmpty() || shares.length == 0) {
            return Optional.empty();
        }
        double median = (shares[(shares.length - 1) / 2] + shares[shares.length / 2]) / 2;
        return Optional.of(new Keeping(
                median,
                Say.format(
                        "%.0f %% of dots stayed until %s in the middle one of this client's other regions",
                        100 * median, last.get())));
    }
}
