/** Colour of skin and region: CIELAB, ITA, CIEDE2000. */
@NullMarked
package io.stipple.tone;

import org.jspecify.annotations.NullMarked;
