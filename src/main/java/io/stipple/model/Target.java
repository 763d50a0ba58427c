package io.stipple.model;

import org.jspecify.annotations.Nullable;

/**
 * What the finished treatment should look like. A null was not said.
 *
 * @param densityPerCm2 dots per cm² of scalp, above 0
 * @param contrast mean peak Weber contrast of the dots, above 0..1
 */
public record Target(
        @Nullable Double densityPerCm2, @Nullable Double contrast) {
    /** Nothing was said. */
    public static final Target NONE = new Target(null, null);

    public Target {
        if (densityPerCm2 != null) {
            Check.positive("target density 1/cm²", densityPerCm2);
        }
        if (contrast != null) {
            Check.within("target contrast", Check.positive("target contrast", contrast), 0, 1);
        }
    }
}
