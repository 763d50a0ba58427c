package io.stipple.model;

import org.jspecify.annotations.Nullable;

/**
 * The figures of a region's dots in one photo. A null is an empty cell: not known.
 *
 * @param dots counted in the region
 * @param densityPerCm2 dots per cm² of scalp, corrected for completeness
 * @param density95 its 95 % interval
 * @param completeness share of artificial dots found again, 0..1; null where the photo has too few dots to copy, as an
 *     untreated scalp has: density then stands as found
 * @param completenessSe its standard error; null with it
 * @param knownCompleteness as {@code completeness}, of dots that other photos of the scalp had shown, 0..1: what a dot
 *     that is still there is found again with; null where none were known
 * @param knownCompletenessSe its standard error; null with it
 * @param emptyShare share of empty places that pass for a dot, of those at which other photos of the scalp had shown one,
 *     0..1; null where it was not measured
 * @param falsePerCm2 dots expected to be such, 1/cm², which density leaves out; null with it
 * @param coveragePct area of dot masks over area of the region, %
 * @param contrast mean peak Weber contrast over dots
 * @param contrastSe its standard error
 * @param pigmentMm2 mean pigment over dots
 * @param pigmentSeMm2 its standard error
 * @param pigmentLoadPct summed pigment over area, %
 * @param diameterMm mean optical full width at half maximum
 * @param nnMm mean distance to the nearest neighbour
 * @param clarkEvans Clark and Evans' R
 */
public record DotFigures(
        int dots,
        double densityPerCm2,
        Interval density95,
        @Nullable Double completeness,
        @Nullable Double completenessSe,
        @Nullable Double knownCompleteness,
        @Nullable Double knownCompletenessSe,
        @Nullable Double emptyShare,
        @Nullable Double falsePerCm2,
        double coveragePct,
        @Nullable Double contrast,
        @Nullable Double contrastSe,
        @Nullable Double pigmentMm2,
        @Nullable Double pigmentSeMm2,
        double pigmentLoadPct,
        @Nullable Double diameterMm,
        @Nullable Double nnMm,
        @Nullable Double clarkEvans) {}
