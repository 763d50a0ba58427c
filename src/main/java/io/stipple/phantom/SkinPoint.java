package io.stipple.phantom;

/**
 * A point of the skin as one photo shows it.
 *
 * @param xPx column
 * @param yPx row
 * @param cosine of the angle between normal and line of sight; below 0 on the far side
 * @param depthMm along the optical axis
 * @param xPerU px to the right per mm along the first tangent
 * @param xPerV px to the right per mm along the second tangent
 * @param yPerU px down per mm along the first tangent
 * @param yPerV px down per mm along the second tangent
 */
record SkinPoint(
        double xPx,
        double yPx,
        double cosine,
        double depthMm,
        double xPerU,
        double xPerV,
        double yPerU,
        double yPerV) {}
