package io.stipple.audit;

import io.stipple.cohort.CaseFactsJson;
import io.stipple.cohort.Cohort;
import io.stipple.cohort.CohortFigures;
import io.stipple.cohort.CohortSettings;
import io.stipple.cohort.FactsRefusedException;
import io.stipple.cohort.LeftOut;
import io.stipple.evidence.CaseEntry;
import io.stipple.evidence.CaseLedger;
import io.stipple.evidence.EvidenceException;
import io.stipple.ledger.LedgerDetail;
import io.stipple.ledger.LedgerException;
import io.stipple.ledger.LedgerFault;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The cohort from what the ledger holds: the latest of each case, one after the other, no record read again. */
final class CohortOfLedger {
    private final Cohort cohort = new Cohort(CohortSettings.defaults());
    private final CaseLedger ledger;
    private final Set<String> here;
    private final Map<String, LeftOut> leftOut;
    private final Set<String> records = new HashSet<>();
    private final Map<LeftOut, String> missing = new LinkedHashMap<>();

    private CohortOfLedger(CaseLedger ledger, Collection<String> here, Map<String, LeftOut> leftOut) {
        this.ledger = ledger;
        this.here = new HashSet<>(here);
        this.leftOut = leftOut;
    }

    /**
     * The figures, with all that was left out.
     *
     * @param ledger the cases of its site must be here; those of other sites count as it has them
     * @param here subjects of the cases that were found
     * @param leftOut those of them that do not count
     */
    static CohortFigures figures(CaseLedger ledger, Collection<String> here, Map<String, LeftOut> leftOut)
            throws LedgerException {
        CohortOfLedger made = new CohortOfLedger(ledger, here, leftOut);
        leftOut.values().forEach(made.cohort::leaveOut);
        for (LedgerFault fault : ledger.ledger().faults()) {
            made.cohort.leaveOut(new LeftOut("ledger", fault.what()));
        }
        ledger.ledger().forEachLatest(made::add);
        made.nameWhatIsMissing();
        return made.cohort.figures();
    }

    private void add(LedgerDetail latest) {
        String subject = latest.subject();
        if (leftOut.containsKey(subject)) {
            return;
        }
        try {
            CaseEntry entry = CaseEntry.read(latest.text());
            if (ledger.isOfThisSite(subject) && !here.contains(subject)) {
                String why =
                        "is in the ledger, entry " + latest.entry().seq() + ", and its folder is not there any more";
                missing.put(new LeftOut(subject, why), entry.recordSha256());
            } else {
                records.add(entry.recordSha256());
                cohort.add(CaseFactsJson.read(entry.facts()));
            }
        } catch (EvidenceException | FactsRefusedException e) {
            cohort.leaveOut(new LeftOut(subject, "what the ledger holds of it cannot be read: " + e.getMessage()));
        }
    }

    /** A folder that was renamed stands in the ledger twice, with the same record; nothing is missing then. */
    private void nameWhatIsMissing() {
        missing.forEach((one, record) -> {
            if (!records.contains(record)) {
                cohort.leaveOut(one);
            }
        });
    }
}
