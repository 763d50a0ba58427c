/** What the cases of a clinic say together: statistics on small facts of each case, and their page, table and JSON. */
@NullMarked
package io.stipple.cohort;

import org.jspecify.annotations.NullMarked;
