package io.stipple.series;

/** Where the forehead lies in a photo. */
public enum Front {
    UP,
    DOWN,
    LEFT,
    RIGHT
}
