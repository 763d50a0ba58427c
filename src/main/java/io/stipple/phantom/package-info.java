/** Synthetic cases with exact truth, and the score against it. */
@NullMarked
package io.stipple.phantom;

import org.jspecify.annotations.NullMarked;
