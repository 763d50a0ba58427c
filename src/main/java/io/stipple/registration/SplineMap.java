package io.stipple.registration;

import io.stipple.model.PixelMap;
import io.stipple.model.PointPx;
import java.util.stream.IntStream;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;

/**
 * A photo on its reference as a cubic B-spline; holds numbers only, no Mat.
 *
 * <p>The way back is found by Newton's method to {@value #INVERSE_PX} px of the photo.
 */
public final class SplineMap implements PixelMap {
    private static final double INVERSE_PX = 1e-3;
    private static final int INVERSE_STEPS = 30;

    private final SplineSurface surface;
    private final TrustGrid trust;

    SplineMap(SplineSurface surface, TrustGrid trust) {
        this.surface = surface;
        this.trust = trust;
    }

    SplineSurface surface() {
        return surface;
    }

    TrustGrid trust() {
        return trust;
    }

    @Override
    public PointPx toPhoto(double xReferencePx, double yReferencePx) {
        SplineSurface.Jet jet = surface.at(xReferencePx, yReferencePx);
        return new PointPx(jet.x(), jet.y());
    }

    @Override
    public PointPx toReference(double xPhotoPx, double yPhotoPx) {
        SplineGrid grid = surface.grid();
        double x = (grid.left() + grid.right()) / 2;
        double y = (grid.top() + grid.bottom()) / 2;
        // No step longer than half the domain: far outside, slopes of a curved border may mislead one step.
        double longest = Math.hypot(grid.right() - grid.left(), grid.bottom() - grid.top()) / 2;
        for (int step = 0; step < INVERSE_STEPS; step++) {
            SplineSurface.Jet jet = surface.at(x, y);
            double errorX = xPhotoPx - jet.x();
            double errorY = yPhotoPx - jet.y();
            if (Math.hypot(errorX, errorY) < INVERSE_PX) {
                break;
            }
            double determinant = jet.determinant();
            if (Math.abs(determinant) < 1e-9) {
                break;
            }
            double stepX = (jet.yByY() * errorX - jet.xByY() * errorY) / determinant;
            double stepY = (jet.xByX() * errorY - jet.yByX() * errorX) / determinant;
            double shrink = Math.min(1, longest / Math.hypot(stepX, stepY));
            x += shrink * stepX;
            y += shrink * stepY;
        }
        return new PointPx(x, y);
    }

    @Override
    public boolean trusted(double xReferencePx, double yReferencePx) {
        return trust.at(xReferencePx, yReferencePx);
    }

    /**
     * For each pixel of the reference, where it lies in the photo: what {@code Imgproc.remap} wants in order to lay the
     * photo on the reference.
     *
     * @param reference full size of the reference, px
     * @return two CV_32FC1 Mats of that size, px of the photo; the caller closes them
     */
    public RemapMats remapMats(Size reference) {
        return remapMats(new WorkGrid(0, 0, 1, 1, (int) reference.width, (int) reference.height));
    }

    /** The same for a reduced or cropped reference. */
    RemapMats remapMats(WorkGrid reference) {
        return lay(surface, reference, new WorkGrid(0, 0, 1, 1, 1, 1));
    }

    /** Where each pixel of the reduced reference lies in the reduced photo, work px. */
    static RemapMats lay(SplineSurface surface, WorkGrid reference, WorkGrid photo) {
        Mat mapX = new Mat(reference.rows(), reference.cols(), CvType.CV_32FC1);
        Mat mapY = new Mat(reference.rows(), reference.cols(), CvType.CV_32FC1);
        SplineRows columns = new SplineRows(surface, reference);
        IntStream.range(0, reference.rows()).parallel().forEach(row -> {
            float[] x = new float[reference.cols()];
            float[] y = new float[reference.cols()];
            columns.fill(row, photo, x, y);
            mapX.put(row, 0, x);
            mapY.put(row, 0, y);
        });
        return new RemapMats(mapX, mapY);
    }

    /** Map of x and map of y, CV_32FC1 each; owns both. */
    public record RemapMats(Mat x, Mat y) implements AutoCloseable {
        @Override
        public void close() {
            y.release();
            x.release();
        }
    }
}
