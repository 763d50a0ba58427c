package io.stipple.model;

/** What a stage is to the treatment; in the order in which stages follow each other. */
public enum StageKind {
    /** Untreated scalp. */
    BEFORE,
    /** Right after a session: red, dots dark. */
    SESSION,
    /** A session's result once healed. */
    SETTLED,
    /** The finished treatment. */
    RESULT,
    /** A later check. */
    FOLLOW_UP
}
