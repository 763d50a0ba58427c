package io.stipple.change;

import io.stipple.model.Stage;
import io.stipple.model.StageInfo;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Days between visits, where both dates are known. */
final class Days {
    private Days() {}

    static Optional<Double> between(StageInfo from, StageInfo to) {
        LocalDate start = from.date();
        LocalDate end = to.date();
        return start == null || end == null
                ? Optional.empty()
                : Optional.of((double) ChronoUnit.DAYS.between(start, end));
    }

    static Optional<Double> between(Stage from, Stage to, List<StageInfo> visits) {
        Optional<StageInfo> start =
                visits.stream().filter(visit -> visit.stage().equals(from)).findFirst();
        Optional<StageInfo> end =
                visits.stream().filter(visit -> visit.stage().equals(to)).findFirst();
        return start.isPresent() && end.isPresent() ? between(start.get(), end.get()) : Optional.empty();
    }
}
