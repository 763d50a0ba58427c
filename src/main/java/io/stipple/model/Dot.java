package io.stipple.model;

/**
 * One dot of pigment as measured in one photo.
 *
 * @param centre sub-pixel centre, px of the photo
 * @param diameterMm optical full width at half maximum on the scalp, blur removed where it can be estimated
 * @param contrast peak Weber contrast against the local skin in linear luminance, darker is positive
 * @param pigmentMm2 optical density summed over the dot times the scalp area of a pixel, mm²
 * @param pigmentSeMm2 its standard error from the photo's own noise, mm²
 * @param snr peak of the matched filter over the local noise
 * @param axisRatio smaller over larger axis of the dot's profile, angle of view removed, 0..1
 */
public record Dot(
        PointPx centre,
        double diameterMm,
        double contrast,
        double pigmentMm2,
        double pigmentSeMm2,
        double snr,
        double axisRatio) {
    public Dot {
        Check.positive("diameter mm", diameterMm);
        Check.finite("contrast", contrast);
        Check.finite("pigment mm²", pigmentMm2);
        Check.within("standard error of pigment mm²", pigmentSeMm2, 0, Double.MAX_VALUE);
        Check.positive("snr", snr);
        Check.within("axis ratio", axisRatio, 0, 1);
    }
}
