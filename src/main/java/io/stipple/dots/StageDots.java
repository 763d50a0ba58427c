package io.stipple.dots;

import io.stipple.model.Dot;
import io.stipple.model.PixelMap;
import io.stipple.model.Stage;
import java.util.List;

/**
 * The dots of one stage, with the way to the reference photo of their view.
 *
 * @param stage of the photo
 * @param dots counted in it
 * @param map between the reference photo and this one
 * @param residualMm of the registration, median, mm
 */
public record StageDots(Stage stage, List<Dot> dots, PixelMap map, double residualMm) {
    public StageDots {
        dots = List.copyOf(dots);
        if (!(residualMm >= 0 && residualMm < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("residual of " + stage + " is " + residualMm + " mm, not 0 or more");
        }
    }
}
