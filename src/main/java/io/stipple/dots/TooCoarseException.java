package io.stipple.dots;

import java.io.Serial;

/** The photo cannot show single dots: too few pixels, or too much blur. Its message says what would do. */
public final class TooCoarseException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final String reason;

    /** Says that {@code message}, one sentence with figures. */
    public TooCoarseException(String message) {
        super(message);
        this.reason = message;
    }

    /** Why, as a sentence without the full stop. */
    public String reason() {
        return reason;
    }
}
