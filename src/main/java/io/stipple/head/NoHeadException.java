package io.stipple.head;

/** A photo shows no head that can be told from what is around it; the message says why, with figures. */
public final class NoHeadException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    NoHeadException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** Why, as a sentence without the full stop. */
    public String reason() {
        return reason;
    }
}
