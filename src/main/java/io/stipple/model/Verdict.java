package io.stipple.model;

/** What a photo or a region in it is good for. */
public enum Verdict {
    /** Dots counted and weighed. */
    MEASURED("measured"),
    /** Too coarse, blurred or far off for single dots; tone only. */
    TONE_ONLY("tone-only"),
    /** No figure at all. */
    UNUSABLE("unusable");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** The contract's word for it. */
    public String word() {
        return word;
    }
}
