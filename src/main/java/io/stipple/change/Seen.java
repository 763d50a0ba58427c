package io.stipple.change;

import io.stipple.model.PointPx;

/** Where a photo shows the scalp so that a dot could be found: in the frame, in trusted registration, not under gloss. */
@FunctionalInterface
public interface Seen {
    /** Whether the photo shows this point of its view's reference photo. */
    boolean at(PointPx reference);

    /** A photo that shows everything. */
    static Seen everywhere() {
        return reference -> true;
    }
}
