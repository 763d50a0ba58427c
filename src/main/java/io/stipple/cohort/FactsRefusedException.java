package io.stipple.cohort;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A text does not hold the facts of a case as this version writes them. */
public final class FactsRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    FactsRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
