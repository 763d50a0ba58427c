package io.stipple.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a ledger does, wherever it is kept. */
abstract class LedgerContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    private TestStore store;
    private Ledger ledger;

    abstract TestStore newStore(Path folder);

    @BeforeEach
    void open(@TempDir Path folder) throws LedgerException {
        store = newStore(folder);
        ledger = Ledger.open(store.store(), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @AfterEach
    void close() throws SQLException {
        if (ledger != null) {
            ledger.close();
            store.close();
        }
    }

    static KnownFile file(String path, int number) {
        return new KnownFile(path, 1_000_000L + number, 1_700_000_000_123_456_789L + number, Sha256.of(path));
    }

    @Test
    void entriesCountFromOneAndEachHoldsTheHashOfTheOneBefore() throws LedgerException {
        LedgerEntry first = ledger.append("analysed", "client-001", "{\"record\":\"1\"}");
        LedgerEntry second = ledger.append("verified", "client-001", "{\"record\":\"2\"}");

        assertThat(first.seq()).isEqualTo(1);
        assertThat(first.previousSha256()).isEqualTo("0".repeat(64));
        assertThat(first.at()).isEqualTo("2026-03-01T12:00:00.123Z");
        assertThat(second.seq()).isEqualTo(2);
        assertThat(second.previousSha256()).isEqualTo(first.entrySha256());
        assertThat(ledger.entry(1)).contains(first);
        assertThat(ledger.entry(3)).isEmpty();
        assertThat(ledger.faults()).isEmpty();
    }

    @Test
    void whatWasWrittenIsThereWhenOpenedAgain() throws LedgerException {
        // Letters of two, three and four bytes come back as they went in.
        String detail = "{\"words\":\"naïve – 頭皮 – 🙂\"}";
        LedgerEntry written = ledger.append("analysed", "client-001", detail);
        ledger.close();

        ledger = Ledger.open(store.store());

        assertThat(ledger.latest("client-001")).contains(new LedgerDetail(written, "client-001", "", detail));
        assertThat(ledger.latest("client-002")).isEmpty();
        assertThat(ledger.faults()).isEmpty();
    }

    @Test
    void aClockThatRunsBehindDatesNothingBeforeItsPredecessor() throws LedgerException {
        ledger.append("analysed", "client-001", "{}");
        try (Ledger behind =
                Ledger.open(store.store(), Clock.offset(Clock.fixed(NOON, ZoneOffset.UTC), Duration.ofHours(-2)))) {
            assertThat(behind.append("analysed", "client-001", "{}").at()).isEqualTo("2026-03-01T12:00:00.123Z");
        }
        assertThat(ledger.faults()).isEmpty();
    }

    @Test
    void theSameDetailTwiceGivesTwoHashesSoThatNoneCanBeGuessed() throws LedgerException {
        LedgerEntry one = ledger.append("analysed", "client-001", "{}");
        LedgerEntry other = ledger.append("analysed", "client-001", "{}");

        assertThat(one.detailSha256()).isNotEqualTo(other.detailSha256());
    }

    @Test
    void aFindingIsAppendedOnceUntilThereIsAnother() throws LedgerException {
        assertThat(ledger.appendIfNew("analysed", "client-001", "a", "{}")).isPresent();
        assertThat(ledger.appendIfNew("analysed", "client-001", "a", "{}")).isEmpty();
        assertThat(ledger.appendIfNew("analysed", "client-002", "a", "{}")).isPresent();
        assertThat(ledger.appendIfNew("analysed", "client-001", "b", "{}")).isPresent();
        assertThat(ledger.appendIfNew("analysed", "client-001", "a", "{}")).isPresent();
        assertThat(ledger.latest("client-001").orElseThrow().identity()).isEqualTo("a");
        assertThat(ledger.entry(5)).isEmpty();
    }

    @Test
    void theLatestOfEachSubjectComesInTheOrderOfSubjects() throws LedgerException {
        for (String subject : List.of("b", "C", "a", "b", "a", "É")) {
            ledger.append("analysed", subject, "{\"of\":\"" + subject + "\"}");
        }
        List<String> seen = new ArrayList<>();

        int count = ledger.forEachLatest(
                latest -> seen.add(latest.subject() + latest.entry().seq()));

        assertThat(seen).containsExactly("C2", "a5", "b4", "É6");
        assertThat(count).isEqualTo(4);
    }

    @Test
    void whoReadsTheLatestMayAppendMeanwhileAndSeesOneMoment() throws LedgerException {
        ledger.append("analysed", "a", "{}");
        ledger.append("analysed", "b", "{}");
        List<Long> seen = new ArrayList<>();

        ledger.forEachLatest(latest -> {
            seen.add(latest.entry().seq());
            try {
                ledger.append("verified", "b", "{}");
            } catch (LedgerException e) {
                throw new AssertionError(e);
            }
        });

        assertThat(seen).containsExactly(1L, 2L);
        assertThat(ledger.latest("b").orElseThrow().entry().seq()).isEqualTo(4);
    }

    @Test
    void aForgottenClientLeavesAWholeChainAndNoWord() throws LedgerException, SQLException {
        ledger.append("analysed", "client-001", "{}");
        ledger.append("analysed", "client-002", "{}");
        ledger.append("verified", "client-001", "{}");
        ledger.remember("client-001", List.of(file("top.jpg", 1)));
        Receipt receipt = ledger.entry(1).orElseThrow().receipt();

        LedgerEntry tombstone =
                ledger.forget(Set.of("client-001", "client-009")).orElseThrow();

        assertThat(tombstone.seq()).isEqualTo(4);
        assertThat(tombstone.kind()).isEqualTo("forgotten");
        assertThat(store.column("SELECT detail FROM ledger_detail WHERE seq = 4"))
                .containsExactly("{\"forgotten\":[1,3]}");
        assertThat(store.column("SELECT subject FROM ledger_detail ORDER BY seq"))
                .containsExactly("client-002", "");
        assertThat(ledger.latest("client-001")).isEmpty();
        assertThat(ledger.forEachLatest(latest -> {})).isEqualTo(1);
        assertThat(ledger.knownFiles("client-001")).isEmpty();
        assertThat(ledger.faults()).isEmpty();
        assertThat(ledger.holds(receipt)).isTrue();
    }

    @Test
    void forgettingWhomNothingIsKnownOfWritesNothing() throws LedgerException {
        ledger.append("analysed", "client-001", "{}");

        assertThat(ledger.forget(Set.of("client-002"))).isEmpty();
        assertThat(ledger.entry(2)).isEmpty();
    }

    @Test
    void knownFilesOfASubjectTakeThePlaceOfThoseBefore() throws LedgerException {
        ledger.remember("a", List.of(file("top.jpg", 1), file("front.jpg", 2)));
        ledger.remember("b", List.of(file("top.jpg", 3)));
        ledger.remember("a", List.of(file("top.jpg", 4), file("left.jpg", 5)));

        assertThat(ledger.knownFiles("a")).containsExactly(file("left.jpg", 5), file("top.jpg", 4));
        assertThat(ledger.knownFiles())
                .isEqualTo(Map.of(
                        "a", List.of(file("left.jpg", 5), file("top.jpg", 4)), "b", List.of(file("top.jpg", 3))));
        ledger.remember("a", List.of());
        assertThat(ledger.knownFiles()).containsOnlyKeys("b");
    }

    @Test
    void whatNoDatabaseKeepsIsRefusedBeforeItIsWritten() throws LedgerException {
        assertThatThrownBy(() -> ledger.append("analysed", "client\0", "{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("subject holds a character that cannot be stored");
        assertThatThrownBy(() -> ledger.append("analysed", "client-001", "\ud83d"))
                .hasMessage("detail holds a character that cannot be stored");
        assertThatThrownBy(() -> ledger.append("analysed", " ", "{}")).hasMessage("subject is empty");
        assertThatThrownBy(() -> ledger.append("forgotten", "client-001", "{}"))
                .hasMessage("kind forgotten is kept for what forget() writes");
        assertThat(ledger.entry(1)).isEmpty();
    }

    @Test
    void tablesOfALaterVersionAreLeftAlone() throws SQLException {
        store.attack("UPDATE flyway_schema_history SET version = '99' WHERE version IS NOT NULL");

        assertThatThrownBy(() -> Ledger.open(store.store()))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("written by a later version of Stipple, with tables of version 99");
    }
}
