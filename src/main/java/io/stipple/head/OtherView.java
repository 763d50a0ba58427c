package io.stipple.head;

import io.stipple.model.PixelMap;

/**
 * Another photo of the same head.
 *
 * @param focalPx focal length, px of that photo
 * @param widthPx of that photo
 * @param heightPx of that photo
 * @param map between the reference photo and that one
 */
public record OtherView(double focalPx, int widthPx, int heightPx, PixelMap map) {}
