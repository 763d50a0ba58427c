package io.stipple.phantom;

import io.stipple.model.PointPx;

/**
 * A dot as an analysis reports it.
 *
 * @param at its centre, px of the photo
 * @param reference its place, px of the view's reference photo
 */
record FoundDot(PointPx at, PointPx reference) {}
