package io.stipple.series;

import io.stipple.model.PointPx;

/**
 * The same spot of the scalp in two photos of a view.
 *
 * @param photo where it lies in the stage's photo, px of that photo
 * @param reference where it lies in the view's reference photo, px of that photo
 */
public record LandmarkPair(PointPx photo, PointPx reference) {}
