/** A folder becomes stages, views, photos and repeats; {@code case.yaml} says what the folder cannot. */
@NullMarked
package io.stipple.series;

import org.jspecify.annotations.NullMarked;
