package io.stipple.report;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A report that cannot be written as asked: a record that is broken, a picture that is lost, a consent not given. */
public final class ReportRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    ReportRefusedException(String reason, Path place, @Nullable Throwable cause) {
        super(reason + ": " + place, cause);
        this.reason = reason;
    }

    ReportRefusedException(String reason, Path place) {
        this(reason, place, null);
    }

    /** Why, without the place. */
    public String reason() {
        return reason;
    }
}
