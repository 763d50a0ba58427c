package io.stipple.region;

import io.stipple.model.Outline;
import io.stipple.model.PixelMap;
import io.stipple.model.PointPx;
import io.stipple.model.ScalpGeometry;
import io.stipple.opencv.Mask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/**
 * The regions of a view, on its reference photo: which one a point lies in, how much scalp each covers, and where each
 * lies in another photo.
 *
 * <p>Where outlines overlap, the first in the list has the place; areas and masks follow the same rule, so that a dot and
 * the area under it always belong to one region.
 */
public final class RegionMap {
    private final Map<String, Territory> territories = new LinkedHashMap<>();
    private final ScalpGeometry geometry;

    /**
     * @param regionsOnReference in order of precedence
     * @param referenceGeometry the scalp behind the reference photo
     * @param widthPx of the reference photo
     * @param heightPx of the reference photo
     * @throws OutlineException when an outline crosses itself, leaves the photo, encloses nothing, or two bear one name
     */
    public RegionMap(List<Outline> regionsOnReference, ScalpGeometry referenceGeometry, int widthPx, int heightPx) {
        this.geometry = referenceGeometry;
        Geometry taken = Polygons.nothing();
        for (Outline outline : regionsOnReference) {
            if (territories.containsKey(outline.name())) {
                throw new OutlineException(outline.name(), "is given twice");
            }
            Geometry whole = Polygons.checked(outline, widthPx, heightPx);
            territories.put(outline.name(), new Territory(whole.difference(taken)));
            taken = taken.union(whole);
        }
    }

    /** Names of the regions, in order of precedence. */
    public List<String> names() {
        return List.copyOf(territories.keySet());
    }

    /** The region that has this point of the reference photo. */
    public Optional<String> regionAt(double xReferencePx, double yReferencePx) {
        return territories.entrySet().stream()
                .filter(entry -> entry.getValue().contains(xReferencePx, yReferencePx))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Area of curved scalp in a region, cm²; where the geometry has no scalp nothing is counted. */
    public double areaCm2(String region) {
        return areaCm2(region, (x, y) -> true);
    }

    /** Area of curved scalp in that part of a region where {@code counts} is true, cm². */
    public double areaCm2(String region, Visible counts) {
        return territory(region)
                .integral((x, y) -> counts.at(x, y)
                        ? geometry.at(x, y)
                                .map(frame -> frame.mm2PerPx() / MM2_PER_CM2)
                                .orElse(0.0)
                        : 0.0);
    }

    /**
     * Where a region lies in a photo, as a mask of the photo's size, handed over to the caller; empty where the photo
     * does not show it.
     */
    public Mask maskInPhoto(String region, PixelMap map, int photoWidthPx, int photoHeightPx) {
        Territory territory = territory(region);
        Mat pixels = new Mat(photoHeightPx, photoWidthPx, CvType.CV_8UC1, Scalar.all(0));
        territory.fill(pixels, map::toPhoto);
        return new Mask(pixels);
    }

    private Territory territory(String region) {
        Territory territory = territories.get(region);
        if (territory == null) {
            throw new IllegalArgumentException("no region " + region + " among " + names());
        }
        return territory;
    }

    private static final double MM2_PER_CM2 = 100;

    /** Carries a point from one picture to another. */
    @FunctionalInterface
    interface Carry {
        PointPx to(double x, double y);
    }
}
