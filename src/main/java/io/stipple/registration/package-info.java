/** Photo to reference: the map, its residual and where it can be trusted. */
@NullMarked
package io.stipple.registration;

import org.jspecify.annotations.NullMarked;
