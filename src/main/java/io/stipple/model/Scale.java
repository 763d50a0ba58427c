package io.stipple.model;

/**
 * Pixels per millimetre at the point of the scalp nearest to the camera, and how it is known.
 *
 * @param pxPerMm above 0
 * @param grade where it comes from
 * @param relativeSe its relative standard error, 0..1
 */
public record Scale(double pxPerMm, ScaleGrade grade, double relativeSe) {
    public Scale {
        Check.positive("scale px/mm", pxPerMm);
        Check.within("relative standard error of the scale", relativeSe, 0, 1);
    }
}
