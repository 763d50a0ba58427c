package io.stipple.phantom;

/**
 * One reported figure against the truth.
 *
 * @param view such as {@code top}
 * @param region by name
 * @param stage by name, or {@code from > to} for a change
 * @param figure what it is: density, contrast, pigment, retained, density change, …
 * @param truth the true figure
 * @param reported the analysis's; NaN where it left the cell empty
 * @param lo95 lower end of its interval; NaN without one
 * @param hi95 upper end; NaN without one
 * @param error in the unit the figure is judged by: per cent of the truth for densities and means, points for shares
 *     and changes; NaN where nothing is reported
 */
public record FigureScore(
        String view,
        String region,
        String stage,
        String figure,
        double truth,
        double reported,
        double lo95,
        double hi95,
        double error) {
    /** Whether a figure is itself a percentage and so is judged by its difference. */
    static boolean inPoints(String figure) {
        return figure.equals("retained") || figure.endsWith("change");
    }

    /** Unit of a figure's error. */
    public static String unit(String figure) {
        return inPoints(figure) ? "points" : "%";
    }

    /** Whether there is an interval to judge. */
    public boolean bounded() {
        return !Double.isNaN(lo95) && !Double.isNaN(hi95);
    }

    /** Whether the interval holds the truth. */
    public boolean covers() {
        return lo95 <= truth && truth <= hi95;
    }
}
