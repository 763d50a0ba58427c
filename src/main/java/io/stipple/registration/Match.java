package io.stipple.registration;

/**
 * A feature of the photo taken for the same spot as one of the reference.
 *
 * @param xRef px of the reference
 * @param yRef px of the reference
 * @param xPhoto px of the photo
 * @param yPhoto px of the photo
 * @param zoom size in the photo over size in the reference
 * @param turnRad orientation in the photo minus that in the reference, -π..π
 */
record Match(double xRef, double yRef, double xPhoto, double yPhoto, double zoom, double turnRad) {
    static Match of(Features reference, int r, Features photo, int p) {
        return new Match(
                reference.x(r),
                reference.y(r),
                photo.x(p),
                photo.y(p),
                photo.size(p) / reference.size(r),
                wrapped(photo.angleRad(p) - reference.angleRad(r)));
    }

    static double wrapped(double angleRad) {
        return Math.IEEEremainder(angleRad, 2 * Math.PI);
    }
}
