package io.stipple.registration;

import io.stipple.model.PixelMap;

/**
 * How a photo lies on the reference photo of its view.
 *
 * @param map between the two, with local trust
 * @param residualPx median error of the map on patches of skin that were not used to fit it, px of the reference photo
 * @param overlapPct share of the reference's head over which the map is trusted and the photo shows head too, 0..100
 * @param landmarks how many held-back patches the residual was measured on
 * @param route {@code straight} to the reference, or {@code through the previous photo}
 */
public record Registration(PixelMap map, double residualPx, double overlapPct, int landmarks, String route) {
    public Registration {
        if (!(residualPx >= 0) || !(overlapPct >= 0 && overlapPct <= 100) || landmarks < 0) {
            throw new IllegalArgumentException("a registration has residual " + residualPx + " px (0 or more), overlap "
                    + overlapPct + " % (0..100) and " + landmarks + " landmarks (0 or more)");
        }
    }
}
