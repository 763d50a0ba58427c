/** What a record proves: that its photos, its settings and its figures are still what they were, and who says so. */
@NullMarked
package io.stipple.evidence;

import org.jspecify.annotations.NullMarked;
