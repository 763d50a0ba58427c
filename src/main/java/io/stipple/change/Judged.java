package io.stipple.change;

import io.stipple.model.ErrorPart;
import io.stipple.model.PercentChange;
import java.util.List;
import java.util.Optional;

/**
 * A figure of a change and what its interval is made of.
 *
 * @param figure with its interval
 * @param parts of the interval
 */
record Judged(PercentChange figure, List<ErrorPart> parts) {
    Judged {
        parts = List.copyOf(parts);
    }

    static List<ErrorPart> parts(Optional<Judged> judged) {
        return judged.map(Judged::parts).orElse(List.of());
    }
}
