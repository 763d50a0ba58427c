/** HTML, PDF, CSV and JSON from a finished record, and an index of many: figures are read here, never computed. */
@NullMarked
package io.stipple.report;

import org.jspecify.annotations.NullMarked;
