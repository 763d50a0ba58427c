package io.stipple.change;

/** Regions that are measured to compare with, and get no dots. */
final class Untreated {
    /** The client's own stubble: what the treated scalp should come to look like. */
    static final String DONOR = "donor";

    private static final String REFERENCE_SKIN = "reference";

    private Untreated() {}

    static boolean is(String region) {
        return region.equals(DONOR) || region.equals(REFERENCE_SKIN);
    }
}
