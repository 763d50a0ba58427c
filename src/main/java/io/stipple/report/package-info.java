/** HTML, CSV and JSON from a finished record: figures are read here, never computed. */
@NullMarked
package io.stipple.report;

import org.jspecify.annotations.NullMarked;
