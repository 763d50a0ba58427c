/** OpenCV at home: loading the natives, owning Mats, converting pixels. */
@NullMarked
package io.stipple.opencv;

import org.jspecify.annotations.NullMarked;
