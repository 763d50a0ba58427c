package io.stipple.change;

import io.stipple.model.ErrorPart;
import io.stipple.model.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * Dots per cm² of scalp, corrected for what the detector misses and for what it takes for a dot.
 *
 * @param perCm2 dots per cm²
 * @param interval95 its 95 % interval
 * @param parts what the interval is made of, each as a relative standard error
 */
public record DensityEstimate(double perCm2, Interval interval95, List<ErrorPart> parts) {
    public DensityEstimate {
        parts = List.copyOf(parts);
    }

    /** As the longer one, for an outline drawn on this very photo, with the default settings. */
    public static DensityEstimate of(
            int dots, double expectedFalse, double areaCm2, ArtificialDots artificial, AreaError areaError) {
        return of(dots, expectedFalse, areaCm2, artificial, areaError, 0, ChangeSettings.defaults());
    }

    /**
     * The density of a region in a photo that has too few dots to make artificial ones from, as untreated scalp has: as
     * found, with no correction for what may be missed.
     *
     * @param dots counted in the region
     * @param areaCm2 of curved scalp
     * @param areaError how well the area is known
     * @param residualMm median error of the registration that carried the outline here, 0 on the reference
     */
    public static DensityEstimate asFound(
            int dots, double areaCm2, AreaError areaError, double residualMm, ChangeSettings settings) {
        return of(new DotCount(dots, 0, 1, 0, areaCm2, residualMm), areaError, settings);
    }

    /**
     * The density of a region in one photo.
     *
     * @param dots counted in the region
     * @param expectedFalse how many of them are expected not to be dots, after what the untreated photo vetoed is out
     * @param areaCm2 of curved scalp
     * @param artificial dots searched for in this photo and region; some must be found
     * @param areaError how well the area is known
     * @param residualMm median error of the registration that carried the outline here, 0 on the reference
     */
    public static DensityEstimate of(
            int dots,
            double expectedFalse,
            double areaCm2,
            ArtificialDots artificial,
            AreaError areaError,
            double residualMm,
            ChangeSettings settings) {
        if (artificial.completeness() == 0) {
            throw new IllegalArgumentException(
                    "no artificial dot was found: the density of such a region cannot be told");
        }
        DotCount count = new DotCount(
                dots, expectedFalse, artificial.completeness(), artificial.standardError(), areaCm2, residualMm);
        return of(count, areaError, settings);
    }

    private static DensityEstimate of(DotCount count, AreaError areaError, ChangeSettings settings) {
        Estimate density = count.there(settings).per(count.areaCm2()).blurred(areaError.relativeSe());
        List<ErrorPart> parts = new ArrayList<>(count.parts(settings));
        parts.addAll(areaError.parts());
        return new DensityEstimate(density.value(), density.interval95(), parts);
    }
}
