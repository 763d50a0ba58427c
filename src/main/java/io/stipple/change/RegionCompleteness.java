package io.stipple.change;

import org.jspecify.annotations.Nullable;

/**
 * How many of a region's dots a photo shows.
 *
 * @param ofAll share of all its dots that are found
 * @param ofKnown share of those found that other photos had shown; null where none were known
 */
public record RegionCompleteness(ArtificialDots ofAll, @Nullable ArtificialDots ofKnown) {}
