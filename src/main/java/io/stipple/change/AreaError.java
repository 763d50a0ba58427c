package io.stipple.change;

import io.stipple.model.Check;
import io.stipple.model.ErrorPart;
import java.util.List;

/**
 * How well the area of a region of scalp is known.
 *
 * @param scaleRelativeSe relative standard error of the pixels per millimetre; it enters an area twice
 * @param surfaceRelativeSe relative standard error of the area from the modelled shape of the head, scale apart: small
 *     where scalp faces the camera, large where it is seen at a slant
 */
public record AreaError(double scaleRelativeSe, double surfaceRelativeSe) {
    public AreaError {
        Check.within("relative error of the scale", scaleRelativeSe, 0, 1);
        Check.within("relative error of the surface", surfaceRelativeSe, 0, 1);
    }

    /** Relative standard error of the area, both together. */
    double relativeSe() {
        return Math.hypot(2 * scaleRelativeSe, surfaceRelativeSe);
    }

    List<ErrorPart> parts() {
        return List.of(new ErrorPart("scale", 2 * scaleRelativeSe), new ErrorPart("surface", surfaceRelativeSe));
    }
}
