package io.stipple.change;

/** Regions that are measured to compare with, and get no dots. */
public final class Untreated {
    /** The client's own stubble: what the treated scalp should come to look like. */
    public static final String DONOR = "donor";

    /** Bare skin that no session touches: what ties the colours of different days. */
    public static final String REFERENCE_SKIN = "reference";

    private Untreated() {}

    public static boolean is(String region) {
        return region.equals(DONOR) || region.equals(REFERENCE_SKIN);
    }
}
