package io.stipple.audit;

import io.stipple.ledger.LedgerStore;
import java.nio.file.Path;

/**
 * What is to be audited.
 *
 * @param root holds the cases, at any depth
 * @param output folder of the cohort's files
 * @param store where the ledger is
 * @param site tells this site's cases from others' in the same ledger; empty where there is one site
 * @param jobs cases analysed at once, 1 or more; each takes 1 to 2 GB
 * @param everyByte whether photos and records are read and hashed again even where size and time of change are as before
 */
public record AuditRequest(Path root, Path output, LedgerStore store, String site, int jobs, boolean everyByte) {
    public AuditRequest {
        if (jobs < 1) {
            throw new IllegalArgumentException("jobs " + jobs + " is below 1");
        }
    }
}
