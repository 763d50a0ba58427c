package io.stipple.audit;

import io.stipple.audit.CaseOutcome.Kind;
import io.stipple.evidence.CaseEntry;
import io.stipple.evidence.CaseLedger;
import io.stipple.evidence.EvidenceException;
import io.stipple.evidence.InputsHash;
import io.stipple.evidence.Verification;
import io.stipple.ledger.KnownFile;
import io.stipple.ledger.LedgerException;
import io.stipple.pipeline.AnalysisRequest;
import io.stipple.pipeline.CaseAnalysis;
import io.stipple.pipeline.CaseInputs;
import io.stipple.pipeline.Progress;
import io.stipple.pipeline.UnusableOutputException;
import io.stipple.pipeline.WholeFolder;
import io.stipple.pipeline.WrongInputException;
import io.stipple.report.RecordHash;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides what one case needs, and does it. Results are moved into place as a whole before they are entered in the ledger;
 * where a run dies between the two, the next one finds a record that agrees with its photos and enters it.
 */
final class CaseAudit {
    private static final String NOT_THE_ENTERED_ONE = "record.json is not the one that the ledger holds for this case:"
            + " stipple verify names what differs, stipple analyze measures the case again";

    private final CaseLedger ledger;
    private final boolean everyByte;

    CaseAudit(CaseLedger ledger, boolean everyByte) {
        this.ledger = ledger;
        this.everyByte = everyByte;
    }

    /** What was done; a case that cannot be measured is left out with the reason. */
    CaseOutcome look(FoundCase found) throws LedgerException {
        try {
            Optional<String> forgotten = Forgotten.in(found.folder());
            if (forgotten.isPresent()) {
                return CaseOutcome.leftOut(forgotten.get());
            }
            return found.photos() ? measured(found) : alone(found);
        } catch (WrongInputException | UnusableOutputException | EvidenceException e) {
            return CaseOutcome.leftOut(String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            // One broken case must not end the audit of the others; it is named, and exit code and page tell.
            return CaseOutcome.leftOut("broke off: " + e);
        }
    }

    private CaseOutcome alone(FoundCase found) throws IOException, EvidenceException, LedgerException {
        CaseFiles files = CaseFiles.of(found);
        Optional<CaseEntry> latest = ledger.latest(found.folder());
        if (latest.isPresent()
                && !RecordHash.of(found.record()).equals(latest.get().recordSha256())) {
            return CaseOutcome.leftOut(NOT_THE_ENTERED_ONE);
        }
        Kind kind = latest.isPresent() ? Kind.UNCHANGED : Kind.ENTERED;
        CaseEntry entry = entered(found, kind, latest, null);
        remember(found, files, Map.of(), entry.recordSha256());
        return CaseOutcome.of(kind);
    }

    private CaseOutcome measured(FoundCase found)
            throws WrongInputException, UnusableOutputException, EvidenceException, IOException, LedgerException {
        WholeFolder.tidyAround(found.output());
        CaseInputs inputs = CaseInputs.of(found.folder());
        CaseFiles files = CaseFiles.of(found);
        List<KnownFile> known = everyByte ? List.of() : ledger.ledger().knownFiles(ledger.subject(found.folder()));
        Map<String, String> photos = files.photos(inputs, known);
        String inputsSha256 = InputsHash.of(photos, inputs.choices().sha256());
        Optional<CaseEntry> latest = ledger.latest(found.folder());
        Kind kind = need(found, latest, inputsSha256);
        if (kind == Kind.LEFT_OUT) {
            return CaseOutcome.leftOut(NOT_THE_ENTERED_ONE);
        }
        if (kind == Kind.ANALYSED) {
            CaseAnalysis.run(AnalysisRequest.of(found.folder(), found.output()), Progress.silent());
        }
        CaseEntry entry = entered(found, kind, latest, inputsSha256);
        remember(found, files.withNewRecord(), photos, entry.recordSha256());
        return CaseOutcome.of(kind);
    }

    /** The entry of a case, made where it is not there yet. */
    private CaseEntry entered(FoundCase found, Kind kind, Optional<CaseEntry> latest, @Nullable String inputsSha256)
            throws IOException, EvidenceException, LedgerException {
        if (kind != Kind.UNCHANGED || latest.isEmpty()) {
            return ledger.enter(found.folder(), found.output(), inputsSha256);
        }
        ledger.leaveReceipt(found.folder(), found.output(), latest.get());
        return latest.get();
    }

    private Kind need(FoundCase found, Optional<CaseEntry> latest, String inputsSha256)
            throws IOException, EvidenceException {
        if (!Files.isRegularFile(found.record())) {
            return Kind.ANALYSED;
        }
        if (latest.isEmpty()) {
            return agrees(found) ? Kind.ENTERED : Kind.ANALYSED;
        }
        boolean sameInputs = latest.get().inputsSha256().equals(inputsSha256);
        if (RecordHash.of(found.record()).equals(latest.get().recordSha256())) {
            return sameInputs ? Kind.UNCHANGED : Kind.ANALYSED;
        }
        // A newer record of newer photos was made by a run that died before it entered it, or by hand elsewhere.
        return !sameInputs && agrees(found) ? Kind.ENTERED : Kind.LEFT_OUT;
    }

    private static boolean agrees(FoundCase found) throws IOException {
        try {
            return Verification.ofInputs(found.output(), found.folder()).isEmpty();
        } catch (EvidenceException unreadable) {
            return false; // of another version, or broken: it is measured again
        }
    }

    private void remember(FoundCase found, CaseFiles files, Map<String, String> photos, String recordSha256)
            throws LedgerException {
        ledger.ledger().remember(ledger.subject(found.folder()), files.known(new TreeMap<>(photos), recordSha256));
    }
}
