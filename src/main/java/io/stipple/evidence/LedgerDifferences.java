package io.stipple.evidence;

import io.stipple.ledger.LedgerDetail;
import io.stipple.ledger.LedgerException;
import io.stipple.ledger.LedgerFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a ledger is whole, and whether it knows a record as the latest of its case. */
final class LedgerDifferences {
    private LedgerDifferences() {}

    /**
     * Faults of the ledger in the order of its entries, then what it says of the record.
     *
     * @param recordSha256 hash of the record as it is now
     */
    static List<Difference> between(CaseLedger cases, Path caseFolder, Path output, String recordSha256)
            throws LedgerException, IOException, EvidenceException {
        List<Difference> differences = new ArrayList<>();
        for (LedgerFault fault : cases.ledger().faults()) {
            differences.add(new Difference("ledger", fault.what()));
        }
        Optional<RecordReceipt> receipt = RecordReceipt.in(output);
        if (receipt.isEmpty()) {
            differences.add(new Difference(
                    RecordReceipt.FILE, "is not there: the record has not been entered in the ledger, or not since"));
        } else {
            differences.addAll(receipt(cases, receipt.get(), recordSha256));
        }
        String subject = cases.subject(caseFolder);
        if (receipt.isPresent() && !receipt.get().subject().equals(subject)) {
            differences.add(new Difference(
                    RecordReceipt.FILE,
                    "is of " + receipt.get().subject() + ", and this case is " + subject + " in the ledger"));
        }
        Optional<LedgerDetail> latest = cases.ledger().latest(subject);
        if (latest.isEmpty()) {
            differences.add(new Difference("ledger", "has no entry of " + subject));
        } else {
            differences.addAll(latest(latest.get(), recordSha256));
        }
        return differences;
    }

    private static List<Difference> receipt(CaseLedger cases, RecordReceipt receipt, String recordSha256)
            throws LedgerException {
        List<Difference> differences = new ArrayList<>();
        if (!cases.ledger().holds(receipt.receipt())) {
            differences.add(new Difference(
                    "ledger, entry " + receipt.seq(),
                    "is not the one that the record has a receipt for: the ledger was cut, changed or written anew"));
        }
        if (!receipt.recordSha256().equals(recordSha256)) {
            differences.add(new Difference(
                    "record.json",
                    "is not the record that its receipt is for: its SHA-256 was " + receipt.recordSha256() + " and is "
                            + recordSha256));
        }
        return differences;
    }

    private static List<Difference> latest(LedgerDetail latest, String recordSha256) throws EvidenceException {
        CaseEntry entry = CaseEntry.read(latest.text());
        return entry.recordSha256().equals(recordSha256)
                ? List.of()
                : List.of(new Difference(
                        "record.json",
                        "is not the record that the ledger holds as the latest of this case, entry "
                                + latest.entry().seq() + " of " + latest.entry().at() + ", whose SHA-256 is "
                                + entry.recordSha256()));
    }
}
