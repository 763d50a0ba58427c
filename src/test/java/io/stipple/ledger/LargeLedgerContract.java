package io.stipple.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger of a large clinic: 10,000 clients with a summary of 10 kB and sixteen photos each. */
abstract class LargeLedgerContract {
    private static final int SUBJECTS = 10_000;

    private TestStore store;

    abstract TestStore newStore(Path folder);

    @BeforeEach
    void choose(@TempDir Path folder) {
        store = newStore(folder);
    }

    @AfterEach
    void close() throws SQLException {
        if (store != null) {
            store.close();
        }
    }

    @Test
    void tenThousandSubjectsAreReadInSeconds() throws LedgerException {
        try (Ledger ledger = Ledger.open(store.store())) {
            write();
            Map<String, List<KnownFile>> files = files();
            long[] chars = {0};

            report("remembering 160,000 files", () -> ledger.remember(files));
            report(
                    "reading 160,000 known files",
                    () -> assertThat(ledger.knownFiles()).isEqualTo(files));
            report(
                    "the latest of 10,000 clients",
                    () -> ledger.forEachLatest(
                            latest -> chars[0] += latest.text().length()));
            report("faults of 10,000 entries", () -> assertThat(ledger.faults()).isEmpty());

            assertThat(chars[0]).isEqualTo(10_000L * SUBJECTS);
        }
    }

    private void write() throws LedgerException {
        Random random = new Random(1);
        try (Session session = Session.open(store.store())) {
            session.write(open -> {
                for (int i = 0; i < SUBJECTS; i++) {
                    byte[] bytes = new byte[5_000]; // 10,000 digits, as long as a summary of a case
                    random.nextBytes(bytes);
                    String detail = HexFormat.of().formatHex(bytes);
                    Chain.append(open, Draft.of("analysed", "client-" + i, "", detail), Instant.EPOCH);
                }
                return true;
            });
        }
    }

    private static Map<String, List<KnownFile>> files() {
        Map<String, List<KnownFile>> files = new LinkedHashMap<>();
        for (int i = 0; i < SUBJECTS; i++) {
            List<KnownFile> photos = new ArrayList<>();
            for (int photo = 10; photo < 26; photo++) {
                photos.add(LedgerContract.file("session-" + photo + "/top.jpg", photo));
            }
            files.put("client-" + i, photos);
        }
        return files;
    }

    @FunctionalInterface
    private interface Step {
        void run() throws LedgerException;
    }

    /** A minute is no goal: it tells a wrong plan of the database from a busy machine. The line says what it took. */
    private void report(String what, Step step) throws LedgerException {
        long start = System.nanoTime();
        step.run();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.println(what + ", " + store.store().getClass().getSimpleName() + ": " + took.toMillis() + " ms");
        assertThat(took).isLessThan(Duration.ofMinutes(1));
    }
}
