/** The hash-chained book of a clinic's analyses: what was found when, in SQLite or PostgreSQL, so that changing it shows. */
@NullMarked
package io.stipple.ledger;

import org.jspecify.annotations.NullMarked;
