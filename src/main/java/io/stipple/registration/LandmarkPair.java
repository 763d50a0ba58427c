package io.stipple.registration;

import io.stipple.model.PointPx;

/**
 * The same spot of skin in two photos, as a person points it out.
 *
 * @param photo where it lies in the photo
 * @param reference where it lies in the reference photo of the view
 */
public record LandmarkPair(PointPx photo, PointPx reference) {}
