package io.stipple.pipeline;

/** A case that cannot be analysed as it stands: the message says what is wrong, one sentence a line. */
public final class WrongInputException extends Exception {
    private static final long serialVersionUID = 1L;

    WrongInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
