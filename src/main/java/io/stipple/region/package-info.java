/** Scalp regions: the standard atlas and drawn outlines, carried to each photo, and their true area. */
@NullMarked
package io.stipple.region;

import org.jspecify.annotations.NullMarked;
