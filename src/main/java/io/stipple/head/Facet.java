package io.stipple.head;

import io.stipple.model.ScalpFrame;

/**
 * A small piece of surface in front of a camera.
 *
 * @param ray line of sight through it, with z = 1
 * @param depthMm its distance from the camera's plane
 * @param normal unit vector, towards the camera
 */
record Facet(Vec3 ray, double depthMm, Vec3 normal) {
    // A grazing line of sight: nothing can be seen there, and the frame is about to degenerate.
    private static final double GRAZING_COSINE = 0.03;

    /** Whether the camera sees more of it than an edge. */
    boolean seen() {
        return -normal.dot(ray.unit()) >= GRAZING_COSINE;
    }

    /** Two unit steps in the tangent plane, the first level with the picture's x, seen through the pinhole. */
    ScalpFrame frame(double focalPx) {
        double pxPerMm = focalPx / depthMm;
        Vec3 first = first();
        Vec3 second = normal.cross(first);
        return new ScalpFrame(
                pxPerMm * (first.x() - ray.x() * first.z()),
                pxPerMm * (second.x() - ray.x() * second.z()),
                pxPerMm * (first.y() - ray.y() * first.z()),
                pxPerMm * (second.y() - ray.y() * second.z()));
    }

    /** Unit step in the tangent plane, level with the picture's x. */
    Vec3 first() {
        return normal.x() != 0 || normal.z() != 0 ? new Vec3(-normal.z(), 0, normal.x()).unit() : new Vec3(1, 0, 0);
    }

    /** Unit step in the tangent plane across the first. */
    Vec3 second() {
        return normal.cross(first());
    }

    /** The point on the scalp, in the camera's frame, mm. */
    Vec3 point() {
        return ray.times(depthMm);
    }
}
