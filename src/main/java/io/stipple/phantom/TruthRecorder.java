package io.stipple.phantom;

import io.stipple.model.PointPx;
import java.util.Arrays;
import java.util.List;

/** Writes down what is true of each photo. */
final class TruthRecorder {
    private static final double GRID_MM = 1.3;

    // Below this cosine a dot is a streak at the rim.
    private static final double GRAZING = 0.03;

    private TruthRecorder() {}

    static TruthData.Dots dots(List<PlannedDot> dots, int stages) {
        List<String> regions =
                ScalpRegion.STANDARD.stream().map(ScalpRegion::name).toList();
        int n = dots.size();
        int[] placedIn = new int[n];
        int[] birth = new int[n];
        int[] radius = new int[n * stages];
        int[] softness = new int[n * stages];
        int[] od = new int[n * stages];
        for (PlannedDot dot : dots) {
            placedIn[dot.id()] = regions.indexOf(dot.region());
            birth[dot.id()] = dot.birth();
            for (int s = 0; s < stages; s++) {
                radius[dot.id() * stages + s] = (int) Math.round(dot.radiusMm()[s] * 1e6);
                softness[dot.id() * stages + s] = (int) Math.round(dot.softnessMm()[s] * 1e6);
                od[dot.id() * stages + s] = (int) Math.round(dot.od()[s] * 1e6);
            }
        }
        return new TruthData.Dots(regions, placedIn, birth, radius, softness, od);
    }

    static TruthData.Region region(RegionOutlines.Placed placed) {
        List<PointPx> points = placed.outline().points();
        return new TruthData.Region(
                placed.outline().name(),
                points.stream().mapToInt(p -> (int) Math.round(p.x() * 10)).toArray(),
                points.stream().mapToInt(p -> (int) Math.round(p.y() * 10)).toArray(),
                placed.areaCm2());
    }

    static TruthData.Photo photo(
            PhantomSettings settings,
            String file,
            int stage,
            int repeat,
            Shot shot,
            SkinView reference,
            List<SkinPoint> places) {
        Camera camera = shot.view().camera();
        int n = places.size();
        int[] x = new int[n];
        int[] y = new int[n];
        int[] cosine = new int[n];
        int[] visible = new int[n];
        for (int i = 0; i < n; i++) {
            SkinPoint at = places.get(i);
            x[i] = (int) Math.round(at.xPx() * 1000);
            y[i] = (int) Math.round(at.yPx() * 1000);
            cosine[i] = (int) Math.round(at.cosine() * 10000);
            visible[i] = visible(shot, at) ? 1 : 0;
        }
        return new TruthData.Photo(
                file,
                stage,
                repeat,
                camera.widthPx(),
                camera.heightPx(),
                nearestScale(shot.view()),
                camera.focalPx(),
                new double[] {
                    camera.headCentre().x(),
                    camera.headCentre().y(),
                    camera.headCentre().z()
                },
                axes(camera),
                shot.finish().blurPx(),
                settings.skin().linearRgb(),
                grid(reference, shot),
                x,
                y,
                cosine,
                visible);
    }

    private static double[] axes(Camera c) {
        return new double[] {
            c.right().x(), c.right().y(), c.right().z(),
            c.down().x(), c.down().y(), c.down().z(),
            c.forward().x(), c.forward().y(), c.forward().z()
        };
    }

    /** Whether the photo shows the point: in the frame, facing the camera, and nothing before it. */
    private static boolean visible(Shot shot, SkinPoint at) {
        Camera camera = shot.view().camera();
        if (at.cosine() <= GRAZING
                || at.xPx() < 0
                || at.yPx() < 0
                || at.xPx() > camera.widthPx() - 1
                || at.yPx() > camera.heightPx() - 1) {
            return false;
        }
        return !Wardrobe.hides(shot.parts(), camera, shot.view().pinhole(), at.xPx(), at.yPx(), at.depthMm());
    }

    /** Pixels per mm where the skin is nearest to the camera. */
    static double nearestScale(SkinView view) {
        Vec towards = view.pinhole().unit();
        Vec first = towards.anyAcross();
        Vec second = towards.cross(first);
        Vec best = towards;
        double reach = 0.5;
        while (reach > 1e-4) {
            Vec centre = best;
            double least = Double.MAX_VALUE;
            for (int i = -4; i <= 4; i++) {
                for (int j = -4; j <= 4; j++) {
                    Vec tried = centre.plus(first.times(reach * i / 4))
                            .plus(second.times(reach * j / 4))
                            .unit();
                    double distance =
                            view.head().point(tried).minus(view.pinhole()).length();
                    if (distance < least) {
                        least = distance;
                        best = tried;
                    }
                }
            }
            reach /= 2.5;
        }
        Vec inCamera = view.camera().toCamera(view.head().point(best));
        return view.camera().focalPx() / inCamera.z();
    }

    private static int stepPx(SkinView reference) {
        double pxPerMm =
                reference.camera().focalPx() / reference.camera().headCentre().z();
        return (int) Math.max(4, Math.round(GRID_MM * pxPerMm));
    }

    /** The scalp behind the reference photo. */
    static TruthData.Surface surface(SkinView reference) {
        Camera camera = reference.camera();
        int step = stepPx(reference);
        int columns = camera.widthPx() / step + 1;
        int rows = camera.heightPx() / step + 1;
        int[] x = new int[columns * rows];
        int[] y = new int[columns * rows];
        int[] z = new int[columns * rows];
        Arrays.fill(x, TruthData.NONE);
        for (int k = 0; k < x.length; k++) {
            int column = k % columns * step;
            int row = k / columns * step;
            double hit = reference.hit(column, row);
            if (hit > 0) {
                Vec point = reference.pointAt(column, row, hit);
                x[k] = (int) Math.round(point.x() * 1000);
                y[k] = (int) Math.round(point.y() * 1000);
                z[k] = (int) Math.round(point.z() * 1000);
            }
        }
        return new TruthData.Surface(step, columns, rows, x, y, z);
    }

    private static TruthData.Grid grid(SkinView reference, Shot shot) {
        SkinView photo = shot.view();
        Camera camera = reference.camera();
        int step = stepPx(reference);
        int columns = camera.widthPx() / step + 1;
        int rows = camera.heightPx() / step + 1;
        int[] x = new int[columns * rows];
        int[] y = new int[columns * rows];
        int[] cosine = new int[columns * rows];
        int[] covered = new int[columns * rows];
        Arrays.fill(x, TruthData.NONE);
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                double hit = reference.hit(i * step, j * step);
                if (hit < 0) {
                    continue;
                }
                SkinPoint at = photo.project(reference.rest(reference.pointAt(i * step, j * step, hit)));
                int k = j * columns + i;
                x[k] = (int) Math.round(at.xPx() * 1000);
                y[k] = (int) Math.round(at.yPx() * 1000);
                cosine[k] = (int) Math.round(at.cosine() * 10000);
                covered[k] = visible(shot, at) ? 0 : 1;
            }
        }
        return new TruthData.Grid(step, columns, rows, x, y, cosine, covered);
    }
}
