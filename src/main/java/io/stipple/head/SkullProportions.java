package io.stipple.head;

/**
 * How far a skull bulges towards the camera, as a multiple of a semi-axis of its outline.
 *
 * <p>Means of adults in ANSUR II (Gordon et al. 2014, men and women): head length 197 mm, breadth 153 mm; the vault
 * stands about 85 mm above its largest contour as seen from above, which lies some 70 mm below the vertex at the sides
 * (euryon, 60 mm above the ear's 131 mm) and 95 mm at brow and occiput.
 */
record SkullProportions(Reference reference, double bulge) {
    private static final double HALF_LENGTH_MM = 98.5;
    private static final double HALF_BREADTH_MM = 76.5;
    private static final double VAULT_MM = 85;

    /** Which semi-axis of the outline the bulge is a multiple of. */
    enum Reference {
        SHORTER,
        LEVEL
    }

    static SkullProportions of(SkullView view) {
        return switch (view) {
            case ABOVE, UNKNOWN -> new SkullProportions(Reference.SHORTER, VAULT_MM / HALF_BREADTH_MM);
            case ALONG -> new SkullProportions(Reference.LEVEL, HALF_LENGTH_MM / HALF_BREADTH_MM);
            case ACROSS -> new SkullProportions(Reference.LEVEL, HALF_BREADTH_MM / HALF_LENGTH_MM);
        };
    }
}
