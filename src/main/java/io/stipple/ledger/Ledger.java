package io.stipple.ledger;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The book of a clinic's analyses. Entries are appended and never changed; each holds the hash of the one before (as in
 * Haber and Stornetta, "How to time-stamp a digital document", 1991), so that changing, moving or taking one out shows.
 * What an entry is about stands beside the chain, under a salted hash, and can be deleted.
 *
 * <p>Any number of threads and processes may use one ledger, each process through a {@code Ledger} of its own. What a
 * method has returned is on disk. Where the database fails, every method throws {@link LedgerException} and has changed
 * nothing, except that a connection which breaks while a server commits leaves open whether it did.
 */
public final class Ledger implements AutoCloseable {
    private final Session session;
    private final Clock clock;

    private Ledger(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** Opens a ledger, with an empty one made where there is none. */
    public static Ledger open(LedgerStore store) throws LedgerException {
        return open(store, Clock.systemUTC());
    }

    /** Opens a ledger whose entries are dated by a clock. */
    public static Ledger open(LedgerStore store, Clock clock) throws LedgerException {
        return new Ledger(Session.open(store), clock);
    }

    /**
     * Appends an entry.
     *
     * @param kind what happened, such as {@code analysed}: small letters, digits and hyphens
     * @param subject whom it is about: a pseudonym
     * @param detail JSON or any other text
     */
    public LedgerEntry append(String kind, String subject, String detail) throws LedgerException {
        Draft draft = Draft.of(kind, subject, "", detail);
        return session.write(open -> Chain.append(open, draft, clock.instant()));
    }

    /**
     * Appends an entry unless the latest one of its subject has the same identity. Of several processes that do so at
     * once, one appends.
     *
     * @param identity tells the same finding from another, such as the hash of a record
     * @return the new entry; empty where there was nothing new
     */
    public Optional<LedgerEntry> appendIfNew(String kind, String subject, String identity, String detail)
            throws LedgerException {
        Draft draft = Draft.of(kind, subject, Storable.checked("identity", identity), detail);
        return session.write(open -> {
            Optional<LedgerDetail> latest = Chain.latest(open, subject);
            return latest.isPresent() && latest.get().identity().equals(identity)
                    ? Optional.empty()
                    : Optional.of(Chain.append(open, draft, clock.instant()));
        });
    }

    /** The entry of a number. */
    public Optional<LedgerEntry> entry(long seq) throws LedgerException {
        Optional<ChainRow> row = session.look(open -> Chain.row(open, seq));
        return row.isPresent() ? Optional.of(row.get().entry()) : Optional.empty();
    }

    /** What was last found about a subject. */
    public Optional<LedgerDetail> latest(String subject) throws LedgerException {
        return session.look(open -> Chain.latest(open, subject));
    }

    /**
     * Hands over what was last found about each subject, in the order of subjects, one after the other: as many as there
     * are fit in no memory. All are of one moment; the consumer may append meanwhile, but not forget.
     *
     * @return how many there were
     */
    public int forEachLatest(Consumer<LedgerDetail> consumer) throws LedgerException {
        return session.snapshot(open -> Chain.eachLatest(open, consumer));
    }

    /**
     * Deletes the details and known files of some subjects, also out of the files of the database, and appends an entry
     * {@code forgotten} that names the numbers of their entries and nobody. The chain stays whole.
     *
     * @return that entry; empty where no entry is about any of them
     */
    public Optional<LedgerEntry> forget(Collection<String> subjects) throws LedgerException {
        SortedSet<String> sorted = new TreeSet<>();
        subjects.forEach(subject -> sorted.add(Storable.checked("subject", subject)));
        Optional<LedgerEntry> tombstone = session.write(open -> {
            KnownFiles.delete(open, sorted);
            SortedSet<Long> numbers = Chain.deleteDetails(open, sorted);
            return numbers.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Chain.append(open, Tombstone.of(numbers), clock.instant()));
        });
        session.scrub();
        return tombstone;
    }

    /**
     * All that is not as it was written, in the order of entries; none where the chain is whole. Whoever deletes the newest
     * entries, or writes all hashes anew, is caught by {@link #holds} alone.
     */
    public List<LedgerFault> faults() throws LedgerException {
        return session.snapshot(Inspection::faults);
    }

    /** Whether the ledger still has the very entry that a receipt was given for. */
    public boolean holds(Receipt receipt) throws LedgerException {
        Optional<ChainRow> row = session.look(open -> Chain.row(open, receipt.seq()));
        return row.filter(found -> found.fits() && found.entrySha256().equals(receipt.entrySha256()))
                .isPresent();
    }

    /** The files that are known of a subject, by path. */
    public List<KnownFile> knownFiles(String subject) throws LedgerException {
        return session.look(open -> KnownFiles.of(open, subject));
    }

    /** The files that are known of every subject, by subject and path. */
    public SortedMap<String, List<KnownFile>> knownFiles() throws LedgerException {
        return session.snapshot(KnownFiles::all);
    }

    /** Notes the files of a subject in place of those that were known. */
    public void remember(String subject, Collection<KnownFile> files) throws LedgerException {
        remember(Map.of(subject, files));
    }

    /** Notes the files of many subjects at once, each in place of those that were known. */
    public void remember(Map<String, ? extends Collection<KnownFile>> files) throws LedgerException {
        files.keySet().forEach(subject -> Storable.checked("subject", subject));
        session.write(open -> KnownFiles.replace(open, files));
    }

    @Override
    public void close() {
        session.close();
    }
}
