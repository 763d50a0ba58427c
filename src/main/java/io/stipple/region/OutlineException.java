package io.stipple.region;

/** An outline cannot be a region; the message names it and says why. */
public final class OutlineException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String region;

    OutlineException(String region, String reason) {
        super("outline " + region + " " + reason);
        this.region = region;
    }

    /** Name of the outline. */
    public String region() {
        return region;
    }
}
