package io.stipple.region;

/** Where the forehead lies in the reference photo of a view from above. */
public enum Front {
    UP,
    DOWN,
    LEFT,
    RIGHT
}
