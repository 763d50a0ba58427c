package io.stipple.phantom;

/**
 * Size of a photo, its lens and how far off the head is.
 *
 * @param widthPx of the photo
 * @param heightPx of the photo
 * @param focalPx distance of the image plane
 * @param distanceMm from lens to the head's centre in the reference pose
 */
record FrameFormat(int widthPx, int heightPx, double focalPx, double distanceMm) {
    private static final double HALF_LENGTH_MM = 95;
    private static final double DIAGONAL_35_MM = 43.267;

    /** The format of one stage: 4:3, across, unless the settings ask for trouble. */
    static FrameFormat of(PhantomSettings s, int stage) {
        double megapixels = s.megapixels();
        if (s.has(Stress.MIXED_RESOLUTION) && stage > 0) {
            // 12 megapixels become 3 and 48.
            megapixels *= stage % 2 == 1 ? 0.25 : stage % 4 == 2 ? 4 : 1;
        }
        int longSide = 4 * (int) Math.round(Math.sqrt(megapixels * 1e6 * 4 / 3) / 4);
        int shortSide = longSide * 3 / 4;
        double focalPx = s.focalMm() / DIAGONAL_35_MM * Math.hypot(longSide, shortSide);
        double halfAngle = Math.atan(s.fill() * shortSide / 2 / focalPx);
        double distance = HALF_LENGTH_MM / Math.sin(halfAngle);
        boolean upright = s.has(Stress.MIXED_FORMAT) && stage % 2 == 1;
        return new FrameFormat(upright ? shortSide : longSide, upright ? longSide : shortSide, focalPx, distance);
    }

    int longSidePx() {
        return Math.max(widthPx, heightPx);
    }
}
