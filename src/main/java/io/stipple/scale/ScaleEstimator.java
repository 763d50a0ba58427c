package io.stipple.scale;

import io.stipple.model.Outline;
import io.stipple.model.PointPx;
import io.stipple.model.Scale;
import io.stipple.model.ScaleGrade;

/**
 * Pixels per millimetre at the point of the scalp nearest to the camera, from what is known of the photo.
 *
 * <p>A head's outline lies farther from the camera than the scalp that faces it. For an ellipsoid with semi-axis A in
 * the outline, half opening angle α of the lines of sight that graze it and bulge C towards the camera, the centre
 * stands at {@code Z = √(A²/tan²α + C²)} and the nearest point at {@code Z - C}; the scale there is focal length over
 * that distance. On a phone at arm's length this is a fifth more than the outline alone would say.
 */
public final class ScaleEstimator {
    private ScaleEstimator() {}

    /** As a person states it; grade B. */
    public static Scale fromPxPerMm(double pxPerMm) {
        return new Scale(pxPerMm, ScaleGrade.B, ScaleSettings.defaults().statedSe());
    }

    /**
     * From two points a known distance apart on the scalp; grade B. Its standard error is that of clicking the two
     * points and of the segment's not facing the camera.
     *
     * @param mm length of the segment on the scalp, mm
     */
    public static Scale fromSegment(PointPx a, PointPx b, double mm) {
        double px = a.distanceTo(b);
        if (!(px > 0) || !(mm > 0)) {
            throw new IllegalArgumentException("segment of " + px + " px and " + mm + " mm: both must be above 0");
        }
        ScaleSettings settings = ScaleSettings.defaults();
        double clicking = Math.sqrt(2) * settings.clickPx() / px;
        return new Scale(px / mm, ScaleGrade.B, Math.min(1, Math.hypot(clicking, settings.segmentSe())));
    }

    /**
     * From the client's own head breadth, measured with a calliper; grade B.
     *
     * @param head outline of the skull, best without ears and neck
     * @param breadthMm greatest breadth above the ears, mm
     * @param aspect what the outline shows; of a side view the length, taken as 1.29 of the breadth
     * @param focalLengthPx of the camera, px
     */
    public static Scale fromHeadBreadth(Outline head, double breadthMm, HeadAspect aspect, double focalLengthPx) {
        ScaleSettings settings = ScaleSettings.defaults();
        if (!(breadthMm >= settings.leastBreadthMm() && breadthMm <= settings.greatestBreadthMm())) {
            throw new IllegalArgumentException("head breadth " + breadthMm + " mm is outside "
                    + settings.leastBreadthMm() + ".." + settings.greatestBreadthMm() + " mm");
        }
        // The length is not measured with the breadth: of one breadth, lengths scatter by 4 %.
        double person =
                aspect == HeadAspect.LENGTH_LEVEL ? settings.lengthByBreadthSe() : settings.callipersMm() / breadthMm;
        double se = Math.hypot(person, settings.outlineSe());
        return new Scale(pxPerMm(head, breadthMm, aspect, focalLengthPx, settings), ScaleGrade.B, se);
    }

    /**
     * From the mean adult head breadth (or length, from the side); grade C.
     *
     * @param head outline of the skull, best without ears and neck
     * @param aspect what the outline shows
     * @param focalLengthPx of the camera, px
     */
    public static Scale fromAverageHead(Outline head, HeadAspect aspect, double focalLengthPx) {
        ScaleSettings settings = ScaleSettings.defaults();
        double se = Math.hypot(settings.adultBreadthSe(), settings.outlineSe());
        return new Scale(pxPerMm(head, settings.adultBreadthMm(), aspect, focalLengthPx, settings), ScaleGrade.C, se);
    }

    private static double pxPerMm(
            Outline head, double breadthMm, HeadAspect aspect, double focalLengthPx, ScaleSettings settings) {
        if (!(focalLengthPx > 0)) {
            throw new IllegalArgumentException("focal length " + focalLengthPx + " px is not above 0");
        }
        OutlineAxes axes = OutlineAxes.of(head);
        double half = breadthMm / 2;
        double halfLength = half * settings.lengthByBreadth();
        double vault = half * settings.vaultByHalfBreadth();
        return switch (aspect) {
            case ABOVE_BREADTH_LEVEL -> nearest(axes.levelPx(), half, vault, focalLengthPx);
            case ABOVE_BREADTH_UPRIGHT -> nearest(axes.uprightPx(), half, vault, focalLengthPx);
            case BREADTH_LEVEL -> nearest(axes.levelPx(), half, halfLength, focalLengthPx);
            case LENGTH_LEVEL -> nearest(axes.levelPx(), halfLength, half, focalLengthPx);
            case UNKNOWN -> nearest(axes.shorterPx(), half, vault, focalLengthPx);
        };
    }

    private static double nearest(double semiPx, double semiMm, double bulgeMm, double focalLengthPx) {
        double toRim = semiMm * focalLengthPx / semiPx;
        return focalLengthPx / (Math.hypot(toRim, bulgeMm) - bulgeMm);
    }
}
