package io.stipple.evidence;

/** What was to be signed or verified cannot be; the message names the file and what would help. */
public final class EvidenceException extends Exception {
    private static final long serialVersionUID = 1;

    public EvidenceException(String message) {
        super(message);
    }

    public EvidenceException(String message, Throwable cause) {
        super(message, cause);
    }
}
