package io.stipple.model;

/** What ties the colours of two photos to each other, taking out white balance and exposure. */
public enum ToneTie {
    /** Untreated skin of the {@code reference} region, seen in both. */
    REFERENCE("reference"),
    /** The skin between the region's own dots: redness of the whole region is taken out with the light. */
    OWN_SKIN("own-skin");

    private final String word;

    ToneTie(String word) {
        this.word = word;
    }

    /** The word for it in reports. */
    public String word() {
        return word;
    }
}
