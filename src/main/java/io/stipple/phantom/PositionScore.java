package io.stipple.phantom;

/**
 * How well one photo lies on its reference, on the scalp.
 *
 * @param view such as {@code top}
 * @param stage by name
 * @param verdict what the analysis says of it; {@code ok} where a map was scored directly
 * @param points compared
 * @param medianMm error; NaN without points
 * @param p95Mm error that 95 % of the points stay below; NaN without points
 * @param residualMm what the analysis claims; NaN where it claims nothing
 */
public record PositionScore(
        String view, String stage, String verdict, int points, double medianMm, double p95Mm, double residualMm) {}
