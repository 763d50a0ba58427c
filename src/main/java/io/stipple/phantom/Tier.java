package io.stipple.phantom;

/**
 * How much the photos of a case differ from their reference photo.
 */
public enum Tier {
    EASY(2, 0.02, 2, 0.08, 0.01, 5, 0),
    NORMAL(5, 0.06, 5, 0.25, 0.04, 20, 0.5),
    HARD(10, 0.15, 12, 0.5, 0.08, 45, 1);

    private final double poseDeg;
    private final double distanceShare;
    private final double rollDeg;
    private final double exposureEv;
    private final double whiteBalanceShare;
    private final double lightSwingDeg;
    private final double stretchMm;

    Tier(
            double poseDeg,
            double distanceShare,
            double rollDeg,
            double exposureEv,
            double whiteBalanceShare,
            double lightSwingDeg,
            double stretchMm) {
        this.poseDeg = poseDeg;
        this.distanceShare = distanceShare;
        this.rollDeg = rollDeg;
        this.exposureEv = exposureEv;
        this.whiteBalanceShare = whiteBalanceShare;
        this.lightSwingDeg = lightSwingDeg;
        this.stretchMm = stretchMm;
    }

    /** Largest turn of the head in yaw and in pitch, degrees. */
    double poseDeg() {
        return poseDeg;
    }

    /** Largest change of the camera's distance, as a share of it. */
    double distanceShare() {
        return distanceShare;
    }

    /** Largest turn in the image plane, degrees. */
    double rollDeg() {
        return rollDeg;
    }

    /** Largest change of exposure, stops. */
    double exposureEv() {
        return exposureEv;
    }

    /** Largest change of the red and of the blue channel's gain, as a share. */
    double whiteBalanceShare() {
        return whiteBalanceShare;
    }

    /** Largest swing of the key light, degrees. */
    double lightSwingDeg() {
        return lightSwingDeg;
    }

    /** Largest displacement of the skin over the skull, mm. */
    double stretchMm() {
        return stretchMm;
    }
}
