package io.stipple.head;

import java.util.Locale;

/** From where the camera sees the skull, as far as the view's name tells. */
enum SkullView {
    /** From above: the silhouette is the skull's largest level contour. */
    ABOVE,
    /** From the front or the back: breadth across, the dome above, face or neck below. */
    ALONG,
    /** From the left or the right: length across, the dome above, face and neck below. */
    ACROSS,
    /** The name does not tell. */
    UNKNOWN;

    /** The view that a name such as {@code top} or {@code left-close} speaks of, by its first word. */
    static SkullView of(String name) {
        String first = name.toLowerCase(Locale.ROOT).split("[^a-z]", 2)[0];
        return switch (first) {
            case "top", "crown", "vertex" -> ABOVE;
            case "front", "back" -> ALONG;
            case "left", "right" -> ACROSS;
            default -> UNKNOWN;
        };
    }

    /** Whether the silhouette's lower part is face or neck rather than skull. */
    boolean faceBelow() {
        return this == ALONG || this == ACROSS;
    }
}
