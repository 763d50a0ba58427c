package io.stipple.model;

/** Which two stages a change compares. */
public enum ChangeKind {
    /** session-N to session-N-settled. */
    FADING("fading"),
    /** The stage before to session-N. */
    PLACED("placed"),
    /** Settled to the next settled, the first from before. */
    BUILD_UP("build-up"),
    /** First to last. */
    TOTAL("total");

    private final String word;

    ChangeKind(String word) {
        this.word = word;
    }

    /** The contract's word for it. */
    public String word() {
        return word;
    }
}
