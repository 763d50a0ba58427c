package io.stipple.evidence;

import io.stipple.cohort.CaseFacts;
import io.stipple.cohort.CaseFactsJson;
import io.stipple.ledger.Ledger;
import io.stipple.ledger.LedgerDetail;
import io.stipple.ledger.LedgerException;
import io.stipple.ledger.LedgerStore;
import io.stipple.model.CaseRecord;
import io.stipple.report.RecordHash;
import io.stipple.report.RecordJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of the cases below a folder. A case is known in it by the way from that folder to the case's, after the
 * name of the site where several share one ledger.
 */
public final class CaseLedger implements AutoCloseable {
    /** Name of an embedded ledger, in the folder that holds the cases. */
    public static final String FILE = "stipple.db";

    private static final String KIND = "analysed";

    /** Between a site and a case of it; twice, as folders may have a colon in their names. */
    private static final String SITE_END = "::";

    private final Ledger ledger;
    private final Path root;
    private final String site;

    private CaseLedger(Ledger ledger, Path root, String site) {
        this.ledger = ledger;
        this.root = root;
        this.site = site;
    }

    /**
     * Opens a ledger, which is made where there is none.
     *
     * @param root holds the cases
     * @param site tells the cases of one site from those of another in the same ledger; empty where there is one
     */
    public static CaseLedger open(LedgerStore store, Path root, String site) throws LedgerException {
        return new CaseLedger(Ledger.open(store), root.toAbsolutePath().normalize(), site);
    }

    /** The nearest folder around a case that holds an embedded ledger. */
    public static Optional<Path> rootAround(Path caseFolder) {
        Path folder = caseFolder.toAbsolutePath().normalize();
        while (folder != null && !Files.isRegularFile(folder.resolve(FILE))) {
            folder = folder.getParent();
        }
        return Optional.ofNullable(folder);
    }

    /** The ledger itself. */
    public Ledger ledger() {
        return ledger;
    }

    /** Whether a subject is a case of this ledger's site. */
    public boolean isOfThisSite(String subject) {
        return site.isEmpty() ? !subject.contains(SITE_END) : subject.startsWith(site + SITE_END);
    }

    /** Under which a case stands in the ledger. */
    public String subject(Path caseFolder) {
        Path whole = caseFolder.toAbsolutePath().normalize();
        String place = whole.startsWith(root) && !whole.equals(root)
                ? root.relativize(whole).toString().replace('\\', '/')
                : String.valueOf(whole.getFileName());
        return site.isEmpty() ? place : site + SITE_END + place;
    }

    /**
     * Enters the record of an output folder and leaves a receipt beside it; a record that is the latest of its case
     * already is not entered again, and gets its receipt where it has none. Whatever interrupts this, doing it again
     * makes it whole.
     *
     * @param inputsSha256 of photos and choices; null to take the record's word, where there are no photos
     * @return what was entered
     * @throws EvidenceException when there is no readable record
     */
    public CaseEntry enter(Path caseFolder, Path output, @Nullable String inputsSha256)
            throws IOException, EvidenceException, LedgerException {
        CaseRecord record = read(RecordFile.in(output));
        CaseEntry entry = new CaseEntry(
                record.client(),
                RecordHash.of(RecordFile.in(output)),
                inputsSha256 == null ? InputsHash.of(record) : inputsSha256,
                record.versions().getOrDefault("stipple", "unknown"),
                CaseFactsJson.text(CaseFacts.of(record)));
        String subject = subject(caseFolder);
        ledger.appendIfNew(KIND, subject, entry.identity(), entry.text());
        leaveReceipt(caseFolder, output, entry);
        return entry;
    }

    /** Leaves the receipt of a record beside it, where the record is still the latest of its case. */
    public void leaveReceipt(Path caseFolder, Path output, CaseEntry entry) throws LedgerException, IOException {
        String subject = subject(caseFolder);
        Optional<LedgerDetail> latest = ledger.latest(subject);
        if (latest.isPresent() && latest.get().identity().equals(entry.identity())) {
            new RecordReceipt(subject, latest.get().entry().receipt(), entry.recordSha256()).write(output);
        }
    }

    /** What was last entered of a case. */
    public Optional<CaseEntry> latest(Path caseFolder) throws LedgerException, EvidenceException {
        Optional<LedgerDetail> found = ledger.latest(subject(caseFolder));
        return found.isPresent() ? Optional.of(CaseEntry.read(found.get().text())) : Optional.empty();
    }

    private static CaseRecord read(Path file) throws EvidenceException {
        try {
            return RecordJson.read(file);
        } catch (IOException e) {
            throw new EvidenceException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        ledger.close();
    }
}
