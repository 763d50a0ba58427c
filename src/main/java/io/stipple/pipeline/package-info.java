/** The story of one case: load, scale, register, regions, dots, tone, change, record. */
@NullMarked
package io.stipple.pipeline;

import org.jspecify.annotations.NullMarked;
