package io.stipple.dots;

import io.stipple.model.Dot;
import io.stipple.model.PointPx;
import org.opencv.core.Rect;

/**
 * From a fitted profile to a dot in physical units. The light that a dot takes does not change with blur; its optical
 * density follows from that light and from the dot's own shape, blur removed.
 */
final class Weighing {
    private static final double LEAST_FWHM_MM = 0.02;

    private final Calibration own;
    private final DotProfile profile;
    private final DotDensity density;
    private final Rect crop;

    /** @param typicalSdPx standard deviation of a typical dot of the photo, as seen */
    Weighing(Calibration own, DotProfile profile, double typicalSdPx, Rect crop) {
        this.density = new DotDensity(profile, Math.sqrt(own.blurPx2()) / typicalSdPx);
        this.own = own;
        this.profile = profile;
        this.crop = crop;
    }

    Dot dotOf(Blob b) {
        double lightMm2 = b.peak * b.areaPx() * b.frame.mm2PerPx() * profile.fluxFactor();
        // A common size for all: the area enters the density only, and one dot's size is noisier than its light.
        double sdMm = typicalSdMm(b);
        double taken = density.peak(lightMm2, sdMm);
        double densityOverLight = density.overLight(taken);
        double se = b.peakSe * b.areaPx() * b.frame.mm2PerPx();
        return new Dot(
                new PointPx(b.x + crop.x, b.y + crop.y),
                diameterMm(b, sdMm),
                taken,
                lightMm2 * densityOverLight,
                se * densityOverLight,
                b.snr,
                Math.min(1, b.axisRatio));
    }

    /** Area over which the light that a typical dot takes would lie if it took as much everywhere, mm². */
    double areaMm2(Blob b) {
        double sdMm = typicalSdMm(b);
        return density.areaSd2() * sdMm * sdMm;
    }

    /** Standard deviation per axis of a typical dot as seen here, mm on the scalp. */
    private double typicalSdMm(Blob b) {
        double area = Math.sqrt(
                Covariance.seen(b.frame, own.scalpMm2(), own.blurPx2()).determinant());
        return Math.sqrt(area * b.frame.mm2PerPx());
    }

    private double diameterMm(Blob b, double sdMm) {
        double blur = profile.blurInSd() * profile.blurInSd();
        double half = density.halfWidthSd() * density.halfWidthSd();
        // Variances add: what a dot is wider than the typical one, its disc is, not the blur.
        double grown = (b.relativeSize * b.relativeSize - 1) / Math.max(0.05, 1 - Math.min(0.95, blur));
        double radius = sdMm * Math.sqrt(Math.max(0, half * (1 + grown)));
        return Math.max(LEAST_FWHM_MM, 2 * radius);
    }
}
