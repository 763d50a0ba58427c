package io.stipple.dots;

/** Part of the working crop. */
interface Area {
    /** All of it. */
    Area WHOLE = (x, y) -> true;

    boolean contains(double xPx, double yPx);

    /** Whether any of a tile may belong to it; one that cannot tell says yes. */
    default boolean meets(Tiles.Tile tile) {
        return true;
    }
}
