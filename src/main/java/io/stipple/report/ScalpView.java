package io.stipple.report;

import java.util.Locale;

/** From where a view looks at the head, by the first word of its name, and whether a face or an ear may be in it. */
enum ScalpView {
    TOP("From above", false),
    CROWN("Crown", false),
    BACK("From behind", false),
    FRONT("From the front", true),
    LEFT("Left side", true),
    RIGHT("Right side", true),
    /** A name that tells nothing: the face may be anywhere. */
    OTHER("Another view", true);

    private final String title;
    private final boolean face;

    ScalpView(String title, boolean face) {
        this.title = title;
        this.face = face;
    }

    static ScalpView of(String view) {
        return switch (view.toLowerCase(Locale.ROOT).split("[^a-z]", 2)[0]) {
            case "top" -> TOP;
            case "crown", "vertex" -> CROWN;
            case "back" -> BACK;
            case "front" -> FRONT;
            case "left" -> LEFT;
            case "right" -> RIGHT;
            default -> OTHER;
        };
    }

    /** For a reader who knows nothing of files. */
    String title() {
        return title;
    }

    /** Whether face or ears lie between or beside the regions of this view. */
    boolean mayShowFace() {
        return face;
    }
}
