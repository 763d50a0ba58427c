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
 * @param recovered whether the photo shows it only because the healed one tells where to look: such a dot is listed and
 *     followed, and counted in no figure, for of dots missed at first only those that stayed can be recovered
 */
public record TrackedDot(
        int track, Dot dot, PointPx reference, @Nullable String region, Fate fate, boolean recovered) {}
