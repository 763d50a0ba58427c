package io.stipple.model;

/** Whether a change is more than noise. */
public enum ChangeVerdict {
    REAL("real"),
    WITHIN_NOISE("within-noise"),
    CANNOT_TELL("cannot-tell");

    private final String word;

    ChangeVerdict(String word) {
        this.word = word;
    }

    /** The contract's word for it. */
    public String word() {
        return word;
    }
}
