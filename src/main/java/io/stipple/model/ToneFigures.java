package io.stipple.model;

import org.jspecify.annotations.Nullable;

/**
 * The colour of a region in one photo. A null is an empty cell: not known.
 *
 * @param skin CIELAB of the dot-free skin
 * @param itaDeg individual typology angle of the skin, ° (Chardon 1991)
 * @param erythema a* of the skin minus a* of the reference skin; null without a reference region
 * @param toneL L* of the region with its dots
 * @param deltaE00Before CIEDE2000 of the region's tone against the same region before treatment
 * @param regionContrast Weber contrast of the region with its dots against its own dot-free skin, linear luminance,
 *     darker is positive: needs no dots to be told apart, and exposure drops out
 * @param tie what {@code deltaE00Before} ties the two photos with; null with it
 */
public record ToneFigures(
        Lab skin,
        double itaDeg,
        @Nullable Double erythema,
        double toneL,
        @Nullable Double deltaE00Before,
        @Nullable Double regionContrast,
        @Nullable ToneTie tie) {
    public ToneFigures {
        if ((deltaE00Before == null) != (tie == null)) {
            throw new IllegalArgumentException("a tie belongs to a difference from before, and only to it");
        }
    }
}
