package io.stipple.cli;

import io.stipple.model.CaseRecord;
import io.stipple.model.Finding;

/** What a run tells the shell, as the contract fixes it. */
final class ExitCode {
    static final int DONE = 0;
    /** Done, but some photo or region could not be measured; each is named. */
    static final int PARTLY_MEASURED = 1;
    /** Wrong usage or input; nothing written. */
    static final int WRONG_INPUT = 2;

    static final int INTERNAL_ERROR = 3;

    private ExitCode() {}

    /** Of a finished record: done, or done with something that could not be measured. */
    static int of(CaseRecord record) {
        boolean somethingMissing =
                record.findings().stream().anyMatch(finding -> finding.severity() == Finding.Severity.NOT_MEASURED);
        return somethingMissing ? PARTLY_MEASURED : DONE;
    }
}
