package io.stipple.registration;

/** Takes in what a small piece of skin says of a map. */
@FunctionalInterface
interface LocalPull {
    /**
     * Weighted normal equations of the shift of the photo at a point of the reference, px of the photo.
     *
     * @param xRef px of the reference
     * @param yRef px of the reference
     * @param wxx weight along x
     * @param wxy weight across
     * @param wyy weight along y
     * @param rx right side for x
     * @param ry right side for y
     */
    void pull(double xRef, double yRef, double wxx, double wxy, double wyy, double rx, double ry);
}
