package io.stipple.model;

import java.util.Optional;

/** Where a photo shows scalp, and at what scale and angle: the curved surface behind the pixels. */
public interface ScalpGeometry {
    /** The patch of scalp seen at this pixel, or empty where the photo shows none. */
    Optional<ScalpFrame> at(double xPx, double yPx);

    /** A flat scalp that faces the camera everywhere: for close-ups and tests. */
    static ScalpGeometry flat(double pxPerMm) {
        Optional<ScalpFrame> everywhere = Optional.of(ScalpFrame.facing(pxPerMm));
        return (x, y) -> everywhere;
    }
}
