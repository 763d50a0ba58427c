package io.stipple.dots;

/** Part of the working crop. */
interface Area {
    /** All of it. */
    Area WHOLE = (x, y) -> true;

    boolean contains(double xPx, double yPx);
}
