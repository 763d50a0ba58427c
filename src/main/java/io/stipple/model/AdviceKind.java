package io.stipple.model;

/** What the next session should do in a region. */
public enum AdviceKind {
    /** Add dots: density is below its target. */
    ADD("add"),
    /** Go darker: density is at its target, contrast below it. */
    DARKER("darker"),
    /** Leave as it is. */
    LEAVE("leave"),
    /** Add none: they would land on others, or the region holds more than it should. */
    DO_NOT_ADD("do-not-add"),
    /** Wait until the skin has healed. */
    WAIT("wait"),
    /** Not known. */
    CANNOT_TELL("cannot-tell");

    private final String word;

    AdviceKind(String word) {
        this.word = word;
    }

    /** The word for it in tables. */
    public String word() {
        return word;
    }
}
