package io.stipple.model;

import org.jspecify.annotations.Nullable;

/**
 * A dot in one photo, with its place in the reference photo and its history: a row of {@code dots.csv}.
 *
 * @param track number of the dot through all stages of its view, from 1
 * @param dot as measured in the photo
 * @param reference its place, px of the view's reference photo
 * @param region that it lies in; null outside every region
 * @param fate seen from this photo
 */
public record TrackedDot(
        int track, Dot dot, PointPx reference, @Nullable String region, Fate fate) {}
