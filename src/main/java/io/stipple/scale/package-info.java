/** Millimetres per pixel, and how far to trust them. */
@NullMarked
package io.stipple.scale;

import org.jspecify.annotations.NullMarked;
