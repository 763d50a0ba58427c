package io.stipple.model;

/** What became of a dot, seen from one photo of its track. */
public enum Fate {
    /** First seen here. */
    NEW("new"),
    /** Seen before and again later, or in the last photo. */
    KEPT("kept"),
    /** Not found in any later photo. */
    LAST_SEEN("last-seen");

    private final String word;

    Fate(String word) {
        this.word = word;
    }

    /** The contract's word for it. */
    public String word() {
        return word;
    }
}
