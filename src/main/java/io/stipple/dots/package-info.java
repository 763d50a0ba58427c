/** Finds, weighs, completes and follows the dots. */
@NullMarked
package io.stipple.dots;

import org.jspecify.annotations.NullMarked;
