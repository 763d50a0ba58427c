package io.stipple.pipeline;

import io.stipple.head.Head;
import io.stipple.model.PixelMap;
import io.stipple.model.ScalpGeometry;
import io.stipple.photo.Photo;
import io.stipple.registration.Registration;
import io.stipple.series.Shot;

/**
 * A photo in memory that lies on the reference of its view, or is it.
 *
 * @param shot the photo
 * @param photo its pixels
 * @param head in it
 * @param isReference whether it is the reference itself
 * @param map to the reference
 * @param residualMm median error of the map, mm; 0 for the reference
 * @param overlapPct share of the reference's head that the photo shows, %
 */
record PlacedPhoto(
        Shot shot, Photo photo, Head head, boolean isReference, PixelMap map, double residualMm, double overlapPct) {
    static PlacedPhoto asReference(Shot shot, Photo photo, Head head) {
        return new PlacedPhoto(shot, photo, head, true, PixelMap.identity(), 0, 100);
    }

    static PlacedPhoto on(ReferencePhoto reference, Shot shot, Photo photo, Head head, Registration registration) {
        double residualMm = registration.residualPx() / reference.scale().pxPerMm();
        return new PlacedPhoto(shot, photo, head, false, registration.map(), residualMm, registration.overlapPct());
    }

    /** The same photo by another map. */
    PlacedPhoto by(PixelMap other) {
        return new PlacedPhoto(shot, photo, head, isReference, other, residualMm, overlapPct);
    }

    /** The scalp behind this photo. */
    ScalpGeometry geometry(ReferencePhoto reference) {
        return isReference ? reference.geometry() : map.carry(reference.geometry());
    }
}
