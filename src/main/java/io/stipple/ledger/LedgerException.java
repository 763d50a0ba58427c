package io.stipple.ledger;

/** The ledger cannot be opened, read or written; the message says what would help and never holds a password. */
public final class LedgerException extends Exception {
    private static final long serialVersionUID = 1;

    LedgerException(String message) {
        super(message);
    }

    LedgerException(String message, Throwable cause) {
        super(message, cause);
    }
}
