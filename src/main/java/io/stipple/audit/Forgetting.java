package io.stipple.audit;

import io.stipple.cohort.CohortWriter;
import io.stipple.evidence.CaseEntry;
import io.stipple.evidence.CaseLedger;
import io.stipple.evidence.EvidenceException;
import io.stipple.ledger.LedgerDetail;
import io.stipple.ledger.LedgerEntry;
import io.stipple.ledger.LedgerException;
import io.stipple.pipeline.UnusableOutputException;
import io.stipple.pipeline.WholeFolder;
import io.stipple.report.CaseIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Removes all that was derived from a client's photos. The photos themselves are the practice's, and stay. */
public final class Forgetting {
    private Forgetting() {}

    /**
     * What was forgotten.
     *
     * @param folders of the client, whose photos still lie there, if any did
     * @param seq number of the ledger's entry that says so
     */
    public record Forgot(List<Path> folders, long seq) {
        public Forgot {
            folders = List.copyOf(folders);
        }
    }

    /**
     * Deletes a client's results, what the ledger holds of them, and the cohort's files and the index, which rest on them
     * too; leaves a mark in the folder, so that photos there are not analysed again. Interrupted, it can be run again.
     *
     * @param root holds the cases
     * @return empty where the ledger knows no such client
     * @throws UnusableOutputException when a folder of results holds what Stipple did not write
     */
    public static Optional<Forgot> client(CaseLedger ledger, Path root, Path cohort, String client)
            throws LedgerException, EvidenceException, IOException, UnusableOutputException {
        List<String> subjects = new ArrayList<>();
        List<EvidenceException> broken = new ArrayList<>();
        ledger.ledger().forEachLatest(latest -> {
            try {
                if (isOf(latest, client)) {
                    subjects.add(latest.subject());
                }
            } catch (EvidenceException e) {
                broken.add(e);
            }
        });
        if (!broken.isEmpty()) {
            throw broken.get(0);
        }
        List<Path> folders = new ArrayList<>();
        for (FoundCase found : CaseFinder.below(root)) {
            if (subjects.contains(ledger.subject(found.folder()))) {
                if (found.photos()) {
                    Forgotten.mark(found.folder());
                }
                WholeFolder.deleteResults(found.output());
                folders.add(found.folder());
            }
        }
        Optional<LedgerEntry> tombstone = ledger.ledger().forget(subjects);
        if (tombstone.isEmpty()) {
            return Optional.empty();
        }
        CaseIndex.remove(root);
        for (String file : List.of(CohortWriter.PAGE_FILE, CohortWriter.TABLE_FILE, CohortWriter.JSON_FILE)) {
            Files.deleteIfExists(cohort.resolve(file));
        }
        return Optional.of(new Forgot(folders, tombstone.get().seq()));
    }

    private static boolean isOf(LedgerDetail latest, String client) throws EvidenceException {
        return CaseEntry.read(latest.text()).client().equals(client);
    }
}
