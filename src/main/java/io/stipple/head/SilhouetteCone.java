package io.stipple.head;

import io.stipple.opencv.MatScope;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * The cone of the lines of sight that graze a head: the camera's centre and the head's elliptic outline span it.
 *
 * @param across1 unit vector of the cone's first cross axis
 * @param across2 of its second cross axis
 * @param axis of the cone's own axis, pointing away from the camera
 * @param tan1 tangent of the half opening angle along the first cross axis
 * @param tan2 along the second
 */
record SilhouetteCone(Vec3 across1, Vec3 across2, Vec3 axis, double tan1, double tan2) {
    /** The cone over an ellipse in the photo; its axes follow from the eigenvectors of the quadric. */
    static SilhouetteCone over(Ellipse ellipse, Camera camera) {
        double cos = Math.cos(ellipse.turnRad());
        double sin = Math.sin(ellipse.turnRad());
        // In units of the focal length, so that the matrix is well conditioned.
        double a = ellipse.a() / camera.focalPx();
        double b = ellipse.b() / camera.focalPx();
        double x = (ellipse.x() - camera.xPx()) / camera.focalPx();
        double y = (ellipse.y() - camera.yPx()) / camera.focalPx();
        double xx = cos * cos / (a * a) + sin * sin / (b * b);
        double yy = sin * sin / (a * a) + cos * cos / (b * b);
        double xy = cos * sin * (1 / (a * a) - 1 / (b * b));
        double xz = -(xx * x + xy * y);
        double yz = -(xy * x + yy * y);
        double zz = xx * x * x + 2 * xy * x * y + yy * y * y - 1;
        return fromQuadric(new double[] {xx, xy, xz, xy, yy, yz, xz, yz, zz});
    }

    private static SilhouetteCone fromQuadric(double[] quadric) {
        try (MatScope mats = new MatScope()) {
            Mat matrix = mats.own(new Mat(3, 3, CvType.CV_64F));
            matrix.put(0, 0, quadric);
            Mat values = mats.mat();
            Mat vectors = mats.mat();
            Core.eigen(matrix, values, vectors); // descending: two positive, then the cone's own axis
            double[] value = new double[3];
            values.get(0, 0, value);
            Vec3 axis = row(vectors, 2);
            return new SilhouetteCone(
                    row(vectors, 0),
                    row(vectors, 1),
                    axis.z() < 0 ? axis.times(-1) : axis,
                    Math.sqrt(-value[2] / value[0]),
                    Math.sqrt(-value[2] / value[1]));
        }
    }

    /** Tangent of the larger half opening angle. */
    double reach() {
        return Math.max(tan1, tan2);
    }

    private static Vec3 row(Mat matrix, int row) {
        double[] r = new double[3];
        matrix.get(row, 0, r);
        return new Vec3(r[0], r[1], r[2]);
    }
}
