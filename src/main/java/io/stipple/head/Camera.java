package io.stipple.head;

/**
 * A pinhole camera that looks along z, x right, y down.
 *
 * @param focalPx focal length, px
 * @param xPx principal point, px
 * @param yPx principal point, px
 */
record Camera(double focalPx, double xPx, double yPx) {
    Camera {
        if (!(focalPx > 0) || !Double.isFinite(focalPx)) {
            throw new IllegalArgumentException("focal length " + focalPx + " px is not above 0");
        }
    }

    /** A camera whose principal point is the middle of the photo. */
    static Camera centred(double focalPx, int widthPx, int heightPx) {
        return new Camera(focalPx, (widthPx - 1) / 2.0, (heightPx - 1) / 2.0);
    }

    /** The line of sight through a pixel, with z = 1. */
    Vec3 ray(double x, double y) {
        return new Vec3((x - xPx) / focalPx, (y - yPx) / focalPx, 1);
    }
}
