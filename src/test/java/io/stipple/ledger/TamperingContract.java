package io.stipple.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way to tamper with a ledger of eight entries gives its own sentence, by whoever has the database in hand. */
abstract class TamperingContract {
    private static final int ENTRIES = 8;

    private TestStore store;
    private Ledger ledger;
    private final List<Receipt> receipts = new ArrayList<>();

    abstract TestStore newStore(Path folder);

    @BeforeEach
    void write(@TempDir Path folder) throws LedgerException {
        store = newStore(folder);
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        try (Session session = Session.open(store.store())) {
            for (int i = 1; i <= ENTRIES; i++) {
                Draft draft = Draft.of("analysed", "client-" + i, "", "{\"record\":" + i + "}");
                Instant at = noon.plusSeconds(i);
                receipts.add(
                        session.write(open -> Chain.append(open, draft, at)).receipt());
            }
        }
        ledger = Ledger.open(store.store());
    }

    @AfterEach
    void close() throws SQLException {
        if (ledger != null) {
            ledger.close();
            store.close();
        }
    }

    private List<String> faults() throws LedgerException {
        return ledger.faults().stream().map(LedgerFault::what).toList();
    }

    @Test
    void nothingIsWrongWithWhatNobodyTouched() throws LedgerException {
        assertThat(faults()).isEmpty();
        for (Receipt receipt : receipts) {
            assertThat(ledger.holds(receipt)).isTrue();
        }
    }

    @Test
    void deletedEntriesLeaveAGap() throws LedgerException, SQLException {
        store.attack("DELETE FROM ledger_entry WHERE seq = 3 OR seq IN (5, 6)");

        assertThat(faults()).containsExactly("entry 3 is missing", "entries 5 to 6 are missing");
    }

    @Test
    void theFirstEntryIsMissedToo() throws LedgerException, SQLException {
        store.attack("DELETE FROM ledger_entry WHERE seq = 1", "DELETE FROM ledger_detail WHERE seq = 1");

        assertThat(faults()).containsExactly("entry 1 is missing");
    }

    @Test
    void theNewestEntryIsMissedByItsDetailAndByItsReceipt() throws LedgerException, SQLException {
        store.attack("DELETE FROM ledger_entry WHERE seq = 8");

        assertThat(faults()).containsExactly("entry 8 is missing, and its detail is still here");
        assertThat(ledger.holds(receipts.get(7))).isFalse();

        store.attack("DELETE FROM ledger_detail WHERE seq = 8");

        assertThat(faults()).isEmpty();
        assertThat(ledger.holds(receipts.get(7))).isFalse();
    }

    @Test
    void aDeletedEntryWhoseGapWasClosedLeavesABrokenLink() throws LedgerException, SQLException {
        store.attack("DELETE FROM ledger_entry WHERE seq = 4", "DELETE FROM ledger_detail WHERE seq = 4");
        for (int seq = 5; seq <= ENTRIES; seq++) {
            store.renumber(seq, seq - 1);
        }

        assertThat(faults())
                .containsExactly(
                        "entries 4 to 7 were renumbered: their hashes are those of entries 5 to 8",
                        "entry 4 does not follow entry 3: the one that it was written after is gone or was rewritten");
    }

    @Test
    void swappedEntriesAreEachNamed() throws LedgerException, SQLException {
        store.renumber(2, 99);
        store.renumber(6, 2);
        store.renumber(99, 6);

        assertThat(faults())
                .containsExactly(
                        "entry 2 stands in another's place: its hash is that of entry 6",
                        "entry 6 stands in another's place: its hash is that of entry 2");
    }

    @Test
    void anEntryThatWasMovedToTheEndIsNamed() throws LedgerException, SQLException {
        store.renumber(3, 99);
        for (int seq = 4; seq <= ENTRIES; seq++) {
            store.renumber(seq, seq - 1);
        }
        store.renumber(99, ENTRIES);

        assertThat(faults())
                .containsExactly(
                        "entries 3 to 7 were renumbered: their hashes are those of entries 4 to 8",
                        "entry 8 stands in another's place: its hash is that of entry 3");
    }

    @Test
    void anEditedEntryIsNamed() throws LedgerException, SQLException {
        store.attack(
                "UPDATE ledger_entry SET kind = 'verified' WHERE seq = 2",
                "UPDATE ledger_entry SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 4",
                "UPDATE ledger_entry SET previous_sha256 = '" + "a".repeat(64) + "' WHERE seq = 6");

        String rest = " was changed after it was written: its hash is not over what it says";
        assertThat(faults()).containsExactly("entry 2" + rest, "entry 4" + rest, "entry 6" + rest);
    }

    @Test
    void anEditedEntryWithItsOwnHashWorkedOutAnewBreaksTheLinkAfterIt() throws LedgerException, SQLException {
        store.attack("UPDATE ledger_entry SET kind = 'verified' WHERE seq = 4");
        store.reseal(4, 4);

        assertThat(faults())
                .containsExactly(
                        "entry 5 does not follow entry 4: the one that it was written after is gone or was rewritten");
    }

    @Test
    void aChainThatWasWrittenAnewFromAnEditOnIsCaughtByItsReceipts() throws LedgerException, SQLException {
        store.attack("UPDATE ledger_entry SET kind = 'verified' WHERE seq = 4");
        store.reseal(4, ENTRIES);

        assertThat(faults()).isEmpty();
        for (Receipt receipt : receipts) {
            assertThat(ledger.holds(receipt)).isEqualTo(receipt.seq() < 4);
        }
    }

    @Test
    void aReceiptIsNotHeldByAnEntryThatOnlyKeptItsHash() throws LedgerException, SQLException {
        store.attack("UPDATE ledger_entry SET kind = 'verified' WHERE seq = 4");

        assertThat(ledger.holds(receipts.get(3))).isFalse();
    }

    @Test
    void anEntryWithAnOlderDateThanTheOneBeforeIsNamed() throws LedgerException, SQLException {
        store.attack("UPDATE ledger_entry SET at = '2026-02-01T00:00:00.000Z' WHERE seq = 8");
        store.reseal(8, 8);

        assertThat(faults())
                .containsExactly(
                        "entry 8 is dated 2026-02-01T00:00:00.000Z, before entry 7 of 2026-03-01T12:00:07.000Z");
    }

    @Test
    void anEditedDetailIsNamed() throws LedgerException, SQLException {
        store.attack(
                "UPDATE ledger_detail SET detail = '{\"record\":0}' WHERE seq = 2",
                "UPDATE ledger_detail SET subject = 'client-4' WHERE seq = 5");

        String rest = " is not the one that was written: it was changed or belongs to another entry";
        assertThat(faults()).containsExactly("the detail of entry 2" + rest, "the detail of entry 5" + rest);
    }

    @Test
    void aDetailThatIsMissingIsNamedUnlessItsClientWasForgotten() throws LedgerException, SQLException {
        ledger.forget(Set.of("client-2"));
        store.attack("DELETE FROM ledger_detail WHERE seq = 5");

        assertThat(faults())
                .containsExactly("the detail of entry 5 is missing, and no later entry says that it was forgotten");
    }

    @Test
    void aForgottenDetailThatIsBackIsNamed() throws LedgerException, SQLException {
        store.attack("CREATE TABLE copy AS SELECT * FROM ledger_detail WHERE seq = 2");
        ledger.forget(Set.of("client-2"));
        store.attack("INSERT INTO ledger_detail SELECT * FROM copy");

        assertThat(faults()).containsExactly("the detail of entry 2 is here, though entry 9 says it was forgotten");
    }

    @Test
    void anEntryThatIsOnlyCalledForgottenForgetsNothing() throws LedgerException, SQLException {
        store.attack(
                "DELETE FROM ledger_detail WHERE seq = 5",
                "UPDATE ledger_detail SET detail = '{\"forgotten\":[5]}' WHERE seq = 8",
                "UPDATE ledger_entry SET kind = 'forgotten' WHERE seq = 8");

        assertThat(faults())
                .contains("the detail of entry 5 is missing, and no later entry says that it was forgotten");
    }

    @Test
    void noCellCanBeChangedUnseen() throws LedgerException, SQLException {
        List<String> cells = List.of(
                "ledger_entry.at",
                "ledger_entry.kind",
                "ledger_entry.detail_sha256",
                "ledger_entry.previous_sha256",
                "ledger_entry.entry_sha256",
                "ledger_detail.subject",
                "ledger_detail.identity",
                "ledger_detail.salt",
                "ledger_detail.detail");
        Random random = new Random(7);
        for (String cell : cells) {
            String table = cell.substring(0, cell.indexOf('.'));
            String column = cell.substring(cell.indexOf('.') + 1);
            String where = " WHERE seq = " + (1 + random.nextInt(ENTRIES));

            store.attack("UPDATE " + table + " SET " + column + " = " + column + " || 'x'" + where);
            assertThat(faults()).as(cell + where).isNotEmpty();

            store.attack("UPDATE " + table + " SET " + column + " = substr(" + column + ", 1, length(" + column
                    + ") - 1)" + where);
            assertThat(faults()).as("taken back").isEmpty();
        }
    }
}
