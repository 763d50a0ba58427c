package io.stipple.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a ledger does under many hands, and under some that are killed. */
abstract class SharedLedgerContract {
    private static final int PROCESSES = 8;
    private static final int KILLS = 20;

    @TempDir
    private Path folder;

    private TestStore store;

    abstract TestStore newStore(Path folder);

    @BeforeEach
    void choose() {
        store = newStore(folder);
    }

    @AfterEach
    void close() throws SQLException {
        if (store != null) {
            store.close();
        }
    }

    @Test
    void eightProcessesThatMeetAtAnEmptyStoreWriteOneChain() throws Exception {
        int each = 25;
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(AppendingProcess.start(store.address(), "process-" + i, each, output(i)));
        }
        for (Process process : processes) {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isZero();
        }

        try (Ledger ledger = Ledger.open(store.store())) {
            assertThat(ledger.faults()).isEmpty();
            assertThat(ledger.entry(PROCESSES * each)).isPresent();
            assertThat(ledger.entry(PROCESSES * each + 1)).isEmpty();
            assertThat(ledger.forEachLatest(
                            latest -> assertThat(latest.text()).startsWith(latest.subject() + "-" + (each - 1))))
                    .isEqualTo(PROCESSES);
        }
    }

    @Test
    void ofManyWhoAdoptTheSameFindingAtOnceOneAppends() throws Exception {
        Callable<Integer> adopting = () -> {
            int appended = 0;
            try (Ledger own = Ledger.open(store.store())) {
                for (int i = 0; i < 20; i++) {
                    Optional<LedgerEntry> entry = own.appendIfNew("analysed", "client-" + i, "record-" + i, "{}");
                    appended += entry.isPresent() ? 1 : 0;
                }
            }
            return appended;
        };
        ExecutorService threads = Executors.newFixedThreadPool(PROCESSES);
        try {
            int appended = 0;
            for (Future<Integer> one : threads.invokeAll(Collections.nCopies(PROCESSES, adopting))) {
                appended += one.get();
            }
            assertThat(appended).isEqualTo(20);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void threadsMayShareOneLedger() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(PROCESSES);
        try (Ledger ledger = Ledger.open(store.store())) {
            Callable<Long> appending = () -> {
                ledger.append("analysed", "client-001", "{}");
                return ledger.latest("client-001").orElseThrow().entry().seq();
            };
            for (Future<Long> one : threads.invokeAll(Collections.nCopies(40, appending))) {
                assertThat(one.get()).isBetween(1L, 40L);
            }
            assertThat(ledger.entry(40)).isPresent();
            assertThat(ledger.faults()).isEmpty();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatWasAcknowledgedOutlivesTwentyKills() throws Exception {
        try (Ledger ledger = Ledger.open(store.store())) {
            Random random = new Random(20);
            for (int i = 0; i < KILLS; i++) {
                Process process = AppendingProcess.start(store.address(), "process-" + i, 1_000_000, output(i));
                // One in five dies while it starts or opens, the others at work.
                if (i % 5 == 4) {
                    Thread.sleep(random.nextInt(400));
                } else {
                    awaitFirst(process, output(i));
                    Thread.sleep(random.nextInt(200));
                }
                process.destroyForcibly().waitFor();
            }

            int acknowledged = 0;
            for (int i = 0; i < KILLS; i++) {
                for (Receipt receipt : acknowledged(output(i))) {
                    assertThat(ledger.holds(receipt)).as(receipt.toString()).isTrue();
                    acknowledged++;
                }
            }
            List<String> details = store.column("SELECT detail FROM ledger_detail");
            System.out.println(
                    KILLS + " kills: " + acknowledged + " entries acknowledged, " + details.size() + " there");
            assertThat(details).doesNotHaveDuplicates();
            // A process can die between writing one entry and telling of it.
            assertThat(details.size()).isBetween(acknowledged, acknowledged + KILLS);
            assertThat(ledger.faults()).isEmpty();
        }
    }

    private Path output(int process) {
        return folder.resolve("process-" + process + ".txt");
    }

    private static void awaitFirst(Process process, Path output) throws IOException, InterruptedException {
        while (Files.size(output) == 0) {
            assertThat(process.isAlive()).isTrue();
            Thread.sleep(5);
        }
    }

    /** Only whole lines: the last may have been cut off. */
    private static List<Receipt> acknowledged(Path output) throws IOException {
        String text = Files.readString(output);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .map(line -> line.split(" ", 2))
                .map(parts -> new Receipt(Long.parseLong(parts[0]), parts[1]))
                .toList();
    }
}
