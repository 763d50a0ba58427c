package io.stipple.change;

import io.stipple.model.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a region in one of several photos of the same view and stage; the measured one is among them.
 *
 * @param view such as {@code top}
 * @param stage of the visit
 * @param region such as {@code frontal}
 * @param photo path relative to the case folder
 * @param densityPerCm2 dots per cm²
 * @param contrast mean contrast; null where no dot was found
 * @param pigmentMm2 mean pigment; null where no dot was found
 */
public record RepeatShot(
        String view,
        Stage stage,
        String region,
        String photo,
        double densityPerCm2,
        @Nullable Double contrast,
        @Nullable Double pigmentMm2) {
    /** What its repeats share with it. */
    String place() {
        return view + '\n' + stage.name() + '\n' + region;
    }
}
