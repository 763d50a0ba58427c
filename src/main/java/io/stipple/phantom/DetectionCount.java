package io.stipple.phantom;

import io.stipple.model.PointPx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.prep.PreparedGeometry;

/** Counts found and true dots inside the treated regions of one photo. */
final class DetectionCount {
    private final String view;
    private final String stage;
    private final PhotoTruth photo;
    private final Set<Integer> inRegions = new HashSet<>();
    private final List<PreparedGeometry> outlines = new ArrayList<>();
    private double areaCm2;

    DetectionCount(PhantomTruth truth, String view, String stage, PhotoTruth photo) {
        this.view = view;
        this.stage = stage;
        this.photo = photo;
        for (RegionTruth region : truth.regions(view)) {
            inRegions.addAll(region.dots());
            outlines.add(RegionOutlines.prepared(region.outline()));
            areaCm2 += region.areaCm2();
        }
    }

    /**
     * @param dotOf the number of the true dot that each found one is, or -1
     */
    DetectionScore score(List<FoundDot> found, int[] dotOf) {
        int there = 0;
        for (int dot : inRegions) {
            there += photo.dotAlive(dot) && photo.dotVisible(dot) ? 1 : 0;
        }
        int matched = 0;
        int wrong = 0;
        List<Double> offPx = new ArrayList<>();
        for (int i = 0; i < dotOf.length; i++) {
            if (dotOf[i] < 0) {
                wrong += inside(found.get(i)) ? 1 : 0;
            } else if (inRegions.contains(dotOf[i])) {
                matched++;
                offPx.add(found.get(i).at().distanceTo(photo.dotCentre(dotOf[i])));
            }
        }
        return new DetectionScore(
                view, stage, there, matched + wrong, matched, MapScore.quantile(offPx, 0.5), wrong / areaCm2);
    }

    private boolean inside(FoundDot dot) {
        Optional<PointPx> place = photo.photoToReference(dot.at().x(), dot.at().y());
        return place.isPresent()
                && outlines.stream()
                        .anyMatch(outline -> RegionOutlines.contains(
                                outline, place.get().x(), place.get().y()));
    }
}
