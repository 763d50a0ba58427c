/** All cases of a clinic at once: what is new is analysed and entered in the ledger, then the cohort is written. */
@NullMarked
package io.stipple.audit;

import org.jspecify.annotations.NullMarked;
