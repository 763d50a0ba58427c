package io.stipple.phantom;

/**
 * A pinhole camera and the head before it: maps the head frame (mm) to pixels.
 *
 * @param widthPx of the photo
 * @param heightPx of the photo
 * @param focalPx distance of the image plane, px
 * @param principalX column on the optical axis, px
 * @param principalY row on the optical axis, px
 * @param right head-frame direction that runs to the right of the photo
 * @param down head-frame direction that runs down the photo
 * @param forward head-frame direction along the optical axis, away from the camera
 * @param headCentre the head's centre in the camera's frame, mm
 */
record Camera(
        int widthPx,
        int heightPx,
        double focalPx,
        double principalX,
        double principalY,
        Vec right,
        Vec down,
        Vec forward,
        Vec headCentre) {

    /** In the camera's frame: x right, y down, z away from the camera, mm. */
    Vec toCamera(Vec inHead) {
        return new Vec(
                right.dot(inHead) + headCentre.x(),
                down.dot(inHead) + headCentre.y(),
                forward.dot(inHead) + headCentre.z());
    }

    /** The pinhole, in the head frame. */
    Vec pinhole() {
        return directionInHead(headCentre.times(-1));
    }

    /** Ray through the pixel in the head frame, not normalised: one unit of it is one mm along the optical axis. */
    Vec ray(double xPx, double yPx) {
        return directionInHead(new Vec((xPx - principalX) / focalPx, (yPx - principalY) / focalPx, 1));
    }

    double xPx(Vec inCamera) {
        return principalX + focalPx * inCamera.x() / inCamera.z();
    }

    double yPx(Vec inCamera) {
        return principalY + focalPx * inCamera.y() / inCamera.z();
    }

    /** A direction of the camera's frame, in the head frame. */
    Vec directionInHead(Vec c) {
        return right.times(c.x()).plus(down.times(c.y())).plus(forward.times(c.z()));
    }
}
