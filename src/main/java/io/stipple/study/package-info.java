/** How often the analysis is right about heads whose truth is known. */
@NullMarked
package io.stipple.study;

import org.jspecify.annotations.NullMarked;
