package io.stipple.model;

/** What became of the hairline since the settled stage before. It can be lowered by more dots, never raised. */
public enum HairlineVerdict {
    /** Now nearer to the brows. */
    LOWERED("lowered"),
    /** Not moved by more than noise. */
    WITHIN_NOISE("within-noise"),
    /** Now farther from the brows: its foremost dots are gone. */
    RECEDED("receded"),
    /** Not known. */
    CANNOT_TELL("cannot-tell");

    private final String word;

    HairlineVerdict(String word) {
        this.word = word;
    }

    /** The word for it in tables. */
    public String word() {
        return word;
    }
}
