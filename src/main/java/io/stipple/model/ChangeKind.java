package io.stipple.model;

import java.util.stream.Stream;

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

    /** The one that the contract calls so. */
    public static ChangeKind of(String word) {
        return Stream.of(values())
                .filter(one -> one.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of change is called " + word));
    }

    /** The contract's word for it. */
    public String word() {
        return word;
    }
}
