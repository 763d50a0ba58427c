package io.stipple.registration;

/** Thrown when a photo is not the head of the reference, or when that cannot be told; the message says why, with figures. */
public final class RegistrationFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    public RegistrationFailedException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** Why, as a sentence without the full stop. */
    public String reason() {
        return reason;
    }
}
