package io.stipple.region;

/** Whether a point of the reference photo counts. */
@FunctionalInterface
public interface Visible {
    boolean at(double xReferencePx, double yReferencePx);
}
