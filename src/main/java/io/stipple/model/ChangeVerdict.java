package io.stipple.model;

import java.util.stream.Stream;

/** Whether a change is more than noise. */
public enum ChangeVerdict {
    REAL("real"),
    WITHIN_NOISE("within-noise"),
    CANNOT_TELL("cannot-tell");

    private final String word;

    ChangeVerdict(String word) {
        this.word = word;
    }

    /** The one that the contract calls so. */
    public static ChangeVerdict of(String word) {
        return Stream.of(values())
                .filter(one -> one.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no verdict on a change is called " + word));
    }

    /** The contract's word for it. */
    public String word() {
        return word;
    }
}
