/** A file becomes upright, colour-managed pixels in linear light. */
@NullMarked
package io.stipple.photo;

import org.jspecify.annotations.NullMarked;
