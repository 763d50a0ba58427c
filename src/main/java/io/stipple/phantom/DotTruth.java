package io.stipple.phantom;

/**
 * True means over a region's dots in one stage.
 *
 * @param dots alive inside the region's outline
 * @param areaCm2 of the curved scalp inside it
 * @param densityPerCm2 dots over area
 * @param contrast mean Weber contrast in linear luminance at the dots' centres, no blur; NaN without dots
 * @param pigmentMm2 mean optical density summed over a dot; NaN without dots
 * @param diameterMm mean full width at half of the optical density; NaN without dots
 */
public record DotTruth(
        int dots, double areaCm2, double densityPerCm2, double contrast, double pigmentMm2, double diameterMm) {}
