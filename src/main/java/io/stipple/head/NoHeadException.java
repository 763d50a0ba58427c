package io.stipple.head;

/** A photo shows no head that can be told from what is around it; the message says why, with figures. */
public final class NoHeadException extends Exception {
    private static final long serialVersionUID = 1L;

    NoHeadException(String reason) {
        super(reason);
    }
}
