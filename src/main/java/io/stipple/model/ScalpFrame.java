package io.stipple.model;

/**
 * How a small patch of scalp appears in a photo: the linear map from millimetres on the scalp's tangent plane to pixels.
 * Its larger singular value is the scale, its smaller one the scale shortened by the angle of view.
 *
 * @param xPerU px to the right per mm along the patch's first axis
 * @param xPerV px to the right per mm along its second axis
 * @param yPerU px down per mm along its first axis
 * @param yPerV px down per mm along its second axis
 */
public record ScalpFrame(double xPerU, double xPerV, double yPerU, double yPerV) {
    public ScalpFrame {
        Check.finite("xPerU px/mm", xPerU);
        Check.finite("xPerV px/mm", xPerV);
        Check.finite("yPerU px/mm", yPerU);
        Check.finite("yPerV px/mm", yPerV);
        Check.positive("px of the photo per mm² of scalp", Math.abs(xPerU * yPerV - xPerV * yPerU));
    }

    /** A patch that faces the camera. */
    public static ScalpFrame facing(double pxPerMm) {
        return new ScalpFrame(pxPerMm, 0, 0, pxPerMm);
    }

    /**
     * A patch turned away from the camera.
     *
     * @param pxPerMm scale along the unshortened direction
     * @param cosineOfView of the angle between surface normal and line of sight, 0 (exclusive)..1
     * @param tiltRad direction in the photo along which the patch is shortened, from x towards y
     */
    public static ScalpFrame tilted(double pxPerMm, double cosineOfView, double tiltRad) {
        double cos = Math.cos(tiltRad);
        double sin = Math.sin(tiltRad);
        return new ScalpFrame(
                pxPerMm * cosineOfView * cos, -pxPerMm * sin, pxPerMm * cosineOfView * sin, pxPerMm * cos);
    }

    /** Scalp area of one pixel, mm². */
    public double mm2PerPx() {
        return 1 / Math.abs(xPerU * yPerV - xPerV * yPerU);
    }

    /** Scale along the direction that the angle of view does not shorten, px/mm: the larger singular value. */
    public double pxPerMm() {
        double sum = squares() / 2;
        double determinant = xPerU * yPerV - xPerV * yPerU;
        return Math.sqrt(sum + Math.sqrt(Math.max(0, sum * sum - determinant * determinant)));
    }

    /** Cosine of the angle of view, 0 (exclusive)..1: the smaller singular value over the larger. */
    public double cosineOfView() {
        double larger = pxPerMm();
        return Math.min(1, Math.abs(xPerU * yPerV - xPerV * yPerU) / (larger * larger));
    }

    /** Direction in the photo along which the patch is shortened, radians from x towards y, in -π/2..π/2. */
    public double tiltRad() {
        // Principal axis of M·Mᵀ; the shortened direction stands across it.
        double xx = xPerU * xPerU + xPerV * xPerV;
        double yy = yPerU * yPerU + yPerV * yPerV;
        double xy = xPerU * yPerU + xPerV * yPerV;
        double along = 0.5 * Math.atan2(2 * xy, xx - yy);
        double across = along + Math.PI / 2;
        return across > Math.PI / 2 ? across - Math.PI : across;
    }

    /**
     * Millimetres on the scalp that a small step in the photo spans.
     *
     * @param dxPx to the right, px
     * @param dyPx down, px
     */
    public double mmOf(double dxPx, double dyPx) {
        double determinant = xPerU * yPerV - xPerV * yPerU;
        double along = yPerV * dxPx - xPerV * dyPx;
        double across = xPerU * dyPx - yPerU * dxPx;
        // Asked millions of times a photo, and hypot guards against lengths that no photo has at several times the
        // cost.
        return Math.sqrt(along * along + across * across) / Math.abs(determinant);
    }

    /**
     * The same patch seen in another photo.
     *
     * @param xByX ∂x'/∂x of the map from this photo to the other, at the patch
     * @param xByY ∂x'/∂y
     * @param yByX ∂y'/∂x
     * @param yByY ∂y'/∂y
     */
    public ScalpFrame through(double xByX, double xByY, double yByX, double yByY) {
        return new ScalpFrame(
                xByX * xPerU + xByY * yPerU,
                xByX * xPerV + xByY * yPerV,
                yByX * xPerU + yByY * yPerU,
                yByX * xPerV + yByY * yPerV);
    }

    private double squares() {
        return xPerU * xPerU + xPerV * xPerV + yPerU * yPerU + yPerV * yPerV;
    }
}
