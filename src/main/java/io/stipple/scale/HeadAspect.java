package io.stipple.scale;

import java.util.Locale;

/** Which measure of the skull a head's outline shows, and along which direction of the photo. */
public enum HeadAspect {
    /** Breadth from left to right of the photo: from above with the forehead up or down. */
    ABOVE_BREADTH_LEVEL,
    /** Breadth from top to bottom of the photo: from above with the forehead left or right. */
    ABOVE_BREADTH_UPRIGHT,
    /** Breadth from left to right, length towards the camera: from the front or the back. */
    BREADTH_LEVEL,
    /** Length from left to right, breadth towards the camera: from the side. */
    LENGTH_LEVEL,
    /** Not known: the outline's shorter axis is taken for the breadth. */
    UNKNOWN;

    /**
     * The aspect that a view shows.
     *
     * @param view name such as {@code top}; its first word counts
     * @param foreheadLevel whether the forehead points left or right in the photo; only asked of views from above
     */
    public static HeadAspect of(String view, boolean foreheadLevel) {
        String first = view.toLowerCase(Locale.ROOT).split("[^a-z]", 2)[0];
        return switch (first) {
            case "top", "crown", "vertex" -> foreheadLevel ? ABOVE_BREADTH_UPRIGHT : ABOVE_BREADTH_LEVEL;
            case "front", "back" -> BREADTH_LEVEL;
            case "left", "right" -> LENGTH_LEVEL;
            default -> UNKNOWN;
        };
    }
}
