/** Where the head is: mask, outline and surface model. */
@NullMarked
package io.stipple.head;

import org.jspecify.annotations.NullMarked;
