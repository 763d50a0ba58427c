package io.stipple.dots;

/**
 * The size of a photo's typical dot, blur removed.
 *
 * @param areaMm2 over which the light that it takes would lie if it took as much everywhere, mm²
 * @param diameterMm full width at half of its peak
 * @param pxPerMm of the photo, where it shows a typical piece of scalp
 * @param blurOverDisc variance of the blur over that of the dot without it: by as much more than the blur's own the
 *     error of the area is
 * @param discAreaSe relative standard error of the area, from the other discs and blurs that explain the dots as well
 */
public record DotSize(double areaMm2, double diameterMm, double pxPerMm, double blurOverDisc, double discAreaSe) {}
