package io.stipple.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether each entry has the detail that was written with it, or one that may be missing. */
final class DetailCheck {
    private final List<LedgerFault> faults = new ArrayList<>();
    private final List<Long> missing = new ArrayList<>();
    private final Set<Long> present = new HashSet<>();
    /** Which entry says so of which. */
    private final Map<Long, Long> forgottenBy = new HashMap<>();

    void missing(ChainRow row) {
        missing.add(row.seq());
    }

    void next(ChainRow row, String salt, String subject, String identity, String detail) {
        present.add(row.seq());
        String hash = Draft.sha256(salt, subject, identity, detail);
        if (!hash.equals(row.detailSha256())) {
            faults.add(new LedgerFault(
                    row.seq(),
                    "the detail of entry " + row.seq()
                            + " is not the one that was written: it was changed or belongs to another entry"));
        } else if (row.kind().equals(Draft.FORGOTTEN) && row.fits()) {
            Tombstone.numbers(detail).headSet(row.seq()).forEach(seq -> forgottenBy.put(seq, row.seq()));
        }
    }

    List<LedgerFault> faults() {
        List<LedgerFault> all = new ArrayList<>(faults);
        for (long seq : missing) {
            if (!forgottenBy.containsKey(seq)) {
                all.add(new LedgerFault(
                        seq,
                        "the detail of entry " + seq + " is missing, and no later entry says that it was forgotten"));
            }
        }
        forgottenBy.forEach((seq, by) -> {
            if (present.contains(seq)) {
                all.add(new LedgerFault(
                        seq, "the detail of entry " + seq + " is here, though entry " + by + " says it was forgotten"));
            }
        });
        return all;
    }
}
