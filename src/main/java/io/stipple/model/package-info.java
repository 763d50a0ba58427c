/** Records that cross rooms; knows nothing but the JDK. */
@NullMarked
package io.stipple.model;

import org.jspecify.annotations.NullMarked;
