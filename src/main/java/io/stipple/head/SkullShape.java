package io.stipple.head;

/**
 * What a silhouette leaves open of the ellipsoid behind it.
 *
 * @param reference which semi-axis of the outline the bulge is a multiple of
 * @param bulge how far the head stands out towards the camera, in units of that semi-axis, above 0
 * @param tilt1 slope, along the outline's first axis, of the plane in which lines of sight graze the head; 0 where the
 *     head's nearest point is in the middle of its outline
 * @param tilt2 slope along the second axis
 */
record SkullShape(Reference reference, double bulge, double tilt1, double tilt2) {
    // Means of adults, ANSUR II (Gordon et al. 2014), men and women together.
    private static final double HALF_LENGTH_MM = 98.5;
    private static final double HALF_BREADTH_MM = 76.5;
    // From above, the largest contour lies some 70 mm below the vertex at the sides (euryon, 60 mm above the ear, whose
    // height is 131 mm) and 95 mm at brow and occiput.
    private static final double VAULT_MM = 85;

    /** Which semi-axis of the outline the bulge is a multiple of. */
    enum Reference {
        SHORTER,
        LEVEL
    }

    SkullShape {
        if (!(bulge > 0) || !Double.isFinite(tilt1 + tilt2)) {
            throw new IllegalArgumentException("bulge " + bulge + " of the semi-axis and tilt " + tilt1 + ", " + tilt2
                    + ": bulge must be above 0");
        }
    }

    /** The mean adult skull's, upright to the camera. */
    static SkullShape ofMeanAdult(SkullView view) {
        return switch (view) {
            case ABOVE, UNKNOWN -> new SkullShape(Reference.SHORTER, VAULT_MM / HALF_BREADTH_MM, 0, 0);
            case ALONG -> new SkullShape(Reference.LEVEL, HALF_LENGTH_MM / HALF_BREADTH_MM, 0, 0);
            case ACROSS -> new SkullShape(Reference.LEVEL, HALF_BREADTH_MM / HALF_LENGTH_MM, 0, 0);
        };
    }
}
