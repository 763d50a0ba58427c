package io.stipple.region;

import io.stipple.model.PointPx;
import io.stipple.opencv.MatScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/** The place that one region has on the reference photo, once earlier regions have taken theirs. */
final class Territory {
    // Rows over the region's height, and cells of the same size along each row. The midpoint rule over 256 rows has an
    // error of some 1e-5 of the area for a smooth outline and a smooth integrand.
    private static final int ROWS = 256;
    private static final double DENSE_PX = 6;
    private static final int FRACTION_BITS = 4;
    // A map that extrapolates may throw a far point anywhere; beyond this OpenCV's fixed-point coordinates overflow.
    private static final double FARTHEST_PX = 1e6;

    private final Geometry place;
    private final IndexedPointInAreaLocator locator;
    private final List<Coordinate[]> rings = new ArrayList<>();

    Territory(Geometry place) {
        this.place = place;
        this.locator = new IndexedPointInAreaLocator(place);
        for (Object line : LinearComponentExtracter.getLines(place)) {
            rings.add(((LineString) line).getCoordinates());
        }
    }

    boolean contains(double x, double y) {
        Envelope box = place.getEnvelopeInternal();
        return box.contains(x, y) && locator.locate(new Coordinate(x, y)) != Location.EXTERIOR;
    }

    /** Something per square pixel, as a function of the place. */
    @FunctionalInterface
    interface Density {
        double at(double x, double y);
    }

    /** Integral over the territory: rows cut exactly at the outline, midpoints of nearly square cells along each. */
    double integral(Density density) {
        Envelope box = place.getEnvelopeInternal();
        if (box.isNull() || box.getHeight() == 0) {
            return 0;
        }
        double step = box.getHeight() / ROWS;
        double sum = 0;
        for (int row = 0; row < ROWS; row++) {
            double y = box.getMinY() + (row + 0.5) * step;
            double[] cuts = cuts(y);
            for (int i = 0; i + 1 < cuts.length; i += 2) {
                sum += step * along(cuts[i], cuts[i + 1], y, step, density);
            }
        }
        return sum;
    }

    private static double along(double from, double to, double y, double step, Density density) {
        int cells = (int) Math.max(1, Math.ceil((to - from) / step));
        double width = (to - from) / cells;
        double sum = 0;
        for (int cell = 0; cell < cells; cell++) {
            sum += width * density.at(from + (cell + 0.5) * width, y);
        }
        return sum;
    }

    private double[] cuts(double y) {
        List<Double> cuts = new ArrayList<>();
        for (Coordinate[] ring : rings) {
            for (int i = 0; i + 1 < ring.length; i++) {
                Coordinate a = ring[i];
                Coordinate b = ring[i + 1];
                // Half-open, so that a corner on the row is cut once.
                if ((a.y <= y) != (b.y <= y)) {
                    cuts.add(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
                }
            }
        }
        double[] sorted = cuts.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /** Sets to 255 the pixels of a CV_8UC1 picture that the carried territory covers. */
    void fill(Mat pixels, RegionMap.Carry carry) {
        if (place.isEmpty()) {
            return;
        }
        try (MatScope mats = new MatScope()) {
            List<MatOfPoint> carried = new ArrayList<>();
            for (Coordinate[] ring : new Territory(Densifier.densify(place, DENSE_PX)).rings) {
                carried.add(mats.own(new MatOfPoint(
                        Arrays.stream(ring).map(c -> fixed(carry.to(c.x, c.y))).toArray(Point[]::new))));
            }
            // Filled together, holes stay open: OpenCV fills by the even-odd rule.
            Imgproc.fillPoly(pixels, carried, Scalar.all(255), Imgproc.LINE_8, FRACTION_BITS);
        }
    }

    private static Point fixed(PointPx p) {
        double one = 1 << FRACTION_BITS;
        return new Point(Math.rint(clamped(p.x()) * one), Math.rint(clamped(p.y()) * one));
    }

    private static double clamped(double px) {
        return Math.max(-FARTHEST_PX, Math.min(FARTHEST_PX, px));
    }
}
