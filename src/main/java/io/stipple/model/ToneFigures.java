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
 */
public record ToneFigures(
        Lab skin,
        double itaDeg,
        @Nullable Double erythema,
        double toneL,
        @Nullable Double deltaE00Before) {}
