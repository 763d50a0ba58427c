package io.stipple.model;

/**
 * How much of a region's final density stood after a session had settled.
 *
 * @param view such as {@code top}
 * @param region such as {@code frontal}
 * @param settled the stage
 * @param last the last settled stage, which is 100 %
 * @param sharePct density at {@code settled} over density at {@code last}, %
 * @param interval95 its 95 % interval, %
 */
public record SessionShare(
        String view, String region, Stage settled, Stage last, double sharePct, Interval interval95) {}
