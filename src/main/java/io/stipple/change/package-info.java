/** Fading, build-up, intervals and verdicts: pure arithmetic, no pixels. */
@NullMarked
package io.stipple.change;

import org.jspecify.annotations.NullMarked;
