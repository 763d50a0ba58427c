package io.stipple.model;

/**
 * How the head lies in a photo: its middle, and which way forehead and client's left are.
 *
 * @param centre of the head, px
 * @param forwardX px to the right, from the centre to where the head's rim is foremost
 * @param forwardY px down, likewise
 * @param leftX px to the right, from the centre to the rim at the client's left
 * @param leftY px down, likewise
 */
public record HeadAxes(PointPx centre, double forwardX, double forwardY, double leftX, double leftY) {
    public HeadAxes {
        Check.finite("forward x px", forwardX);
        Check.finite("forward y px", forwardY);
        Check.finite("left x px", leftX);
        Check.finite("left y px", leftY);
        Check.positive("area that the axes span, px²", Math.abs(forwardX * leftY - forwardY * leftX));
    }

    /**
     * The place at these shares of the way to the rim, px.
     *
     * @param left -1 at the client's right rim, 1 at the left one
     * @param forward -1 at the rim behind, 1 at the foremost one
     */
    public PointPx at(double left, double forward) {
        return new PointPx(
                centre.x() + left * leftX + forward * forwardX, centre.y() + left * leftY + forward * forwardY);
    }

    /** Share of the way to the rim at the client's left; negative on the right. */
    public double leftOf(PointPx point) {
        double dx = point.x() - centre.x();
        double dy = point.y() - centre.y();
        return (dy * forwardX - dx * forwardY) / (leftY * forwardX - leftX * forwardY);
    }

    /** Share of the way to the foremost rim; negative behind the centre. */
    public double forwardOf(PointPx point) {
        double dx = point.x() - centre.x();
        double dy = point.y() - centre.y();
        return (dx * leftY - dy * leftX) / (forwardX * leftY - forwardY * leftX);
    }
}
