package io.stipple.dots;

import io.stipple.model.Dot;
import io.stipple.model.PointPx;
import java.util.List;
import java.util.function.ToDoubleFunction;
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
    private final double sdMm;
    private final Rect crop;

    /** @param alone dots that told disc and blur: what these are in mm, they are where these dots lie */
    Weighing(Calibration own, DotProfile profile, List<Blob> alone, Rect crop) {
        this.own = own;
        this.profile = profile;
        double sdPx = median(alone, b -> Math.sqrt(seenPx2(b)), Math.sqrt(2 * own.blurPx2()));
        this.density = new DotDensity(profile, Math.sqrt(own.blurPx2()) / sdPx);
        this.sdMm = median(alone, b -> Math.sqrt(seenPx2(b) * b.frame.mm2PerPx()), Math.sqrt(2 * own.scalpMm2()));
        this.crop = crop;
    }

    private static double median(List<Blob> dots, ToDoubleFunction<Blob> figure, double ofNone) {
        return dots.isEmpty()
                ? ofNone
                : Calibration.median(dots.stream().mapToDouble(figure).toArray());
    }

    /** Variance per axis of a typical dot as seen here, px². */
    private double seenPx2(Blob b) {
        return Math.sqrt(Covariance.seen(b.frame, own.scalpMm2(), own.blurPx2()).determinant());
    }

    DotProfile profile() {
        return profile;
    }

    Dot dotOf(Blob b) {
        double lightMm2 = Calibration.rawPigment(b) * profile.fluxFactor();
        // One size for all: one dot's own is noisier than its light, and how much wider blur makes a dot that is
        // seen at a slant says nothing of its area on the scalp.
        double taken = density.peak(lightMm2, sdMm);
        double densityOverLight = density.overLight(taken);
        double se = b.pigmentOf(b.peakSe);
        return new Dot(
                new PointPx(b.x + crop.x, b.y + crop.y),
                diameterMm(b),
                taken,
                lightMm2 * densityOverLight,
                se * densityOverLight,
                b.snr,
                Math.min(1, b.axisRatio));
    }

    /** Area over which the light that a typical dot takes would lie if it took as much everywhere, mm². */
    double areaMm2() {
        return density.areaSd2() * sdMm * sdMm;
    }

    /** Full width at half of the peak of a typical dot, mm. */
    double typicalDiameterMm() {
        return Math.max(LEAST_FWHM_MM, 2 * sdMm * density.halfWidthSd());
    }

    private double diameterMm(Blob b) {
        double blur = profile.blurInSd() * profile.blurInSd();
        double half = density.halfWidthSd() * density.halfWidthSd();
        // Variances add: what a dot is wider than the typical one, its disc is, not the blur.
        double grown = (b.relativeSize * b.relativeSize - 1) / Math.max(0.05, 1 - Math.min(0.95, blur));
        double radius = sdMm * Math.sqrt(Math.max(0, half * (1 + grown)));
        return Math.max(LEAST_FWHM_MM, 2 * radius);
    }
}
