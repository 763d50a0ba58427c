package io.stipple.phantom;

import io.stipple.model.Outline;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.prep.PreparedGeometry;

/**
 * A region of a view and the dots that truly lie in it.
 *
 * @param outline on the reference photo
 * @param areaCm2 of the curved scalp inside it
 * @param dots numbers of all dots whose place lies inside it and faces the reference's camera, alive or not
 */
public record RegionTruth(Outline outline, double areaCm2, List<Integer> dots) {
    public RegionTruth {
        dots = List.copyOf(dots);
    }

    static RegionTruth of(Outline outline, double areaCm2, PhotoTruth reference) {
        PreparedGeometry inside = RegionOutlines.prepared(outline);
        List<Integer> dots = new ArrayList<>();
        for (int dot = 0; dot < reference.dotCount(); dot++) {
            var at = reference.dotCentre(dot);
            if (reference.dotCosine(dot) > 0 && RegionOutlines.contains(inside, at.x(), at.y())) {
                dots.add(dot);
            }
        }
        return new RegionTruth(outline, areaCm2, dots);
    }

    /** The true means of this region in a photo's stage. */
    public DotTruth at(PhotoTruth photo) {
        int alive = 0;
        double contrast = 0;
        double pigment = 0;
        double diameter = 0;
        for (int dot : dots) {
            if (photo.dotAlive(dot)) {
                alive++;
                contrast += photo.dotContrast(dot);
                pigment += photo.dotPigmentMm2(dot);
                diameter += photo.dotDiameterMm(dot);
            }
        }
        return new DotTruth(
                alive, areaCm2, alive / areaCm2, mean(contrast, alive), mean(pigment, alive), mean(diameter, alive));
    }

    /** What truly changed in this region between the stages of two photos. */
    public ChangeTruth between(PhotoTruth from, PhotoTruth to) {
        int kept = 0;
        int earlier = 0;
        int later = 0;
        double[] contrast = new double[2];
        double[] pigment = new double[2];
        for (int dot : dots) {
            boolean before = from.dotAlive(dot);
            boolean after = to.dotAlive(dot);
            earlier += before ? 1 : 0;
            later += after ? 1 : 0;
            if (before && after) {
                kept++;
                contrast[0] += from.dotContrast(dot);
                contrast[1] += to.dotContrast(dot);
                pigment[0] += from.dotPigmentMm2(dot);
                pigment[1] += to.dotPigmentMm2(dot);
            }
        }
        return new ChangeTruth(
                kept,
                earlier - kept,
                later - kept,
                100 * mean(kept, earlier),
                100 * (mean(later, earlier) - 1),
                100 * (contrast[1] / contrast[0] - 1),
                100 * (pigment[1] / pigment[0] - 1));
    }

    private static double mean(double sum, int count) {
        return count == 0 ? Double.NaN : sum / count;
    }
}
