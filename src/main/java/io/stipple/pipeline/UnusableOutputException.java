package io.stipple.pipeline;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Results cannot go where they were asked to go. */
public final class UnusableOutputException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableOutputException(String reason, Path place, @Nullable Throwable cause) {
        super(reason + ": " + place, cause);
    }
}
