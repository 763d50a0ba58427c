package io.stipple.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stipple.evidence.AnalysedCase;
import io.stipple.evidence.CaseLedger;
import io.stipple.ledger.Ledger;
import io.stipple.ledger.LedgerDetail;
import io.stipple.ledger.LedgerStore;
import io.stipple.pipeline.Progress;
import io.stipple.pipeline.WholeFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Audits that are killed, and audits that meet. */
class AuditUnderFireTest {
    private static final int FINISHED = 10;
    private static final int NEW = 2;
    private static final int KILLS = 20;
    private static final int PROCESSES = 8;

    /** About as long as a process takes to start, measure a case and enter it, and enter some finished ones. */
    private static final int LONGEST_MS = 6_000;

    @TempDir
    Path root;

    @TempDir
    Path logs;

    @Test
    void twentyKillsLoseAndDoubleNothing() throws Exception {
        prepare();
        Random random = new Random(7);
        for (int i = 0; i < KILLS; i++) {
            Process process = AuditProcess.start(root, logs.resolve("kill-" + i));
            process.waitFor(random.nextInt(LONGEST_MS), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
        }

        isWholeAfterOneMore();
    }

    @Test
    void eightProcessesLeaveOneLedger() throws Exception {
        prepare();
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(AuditProcess.start(root, logs.resolve("process-" + i)));
        }
        for (int i = 0; i < PROCESSES; i++) {
            assertThat(processes.get(i).waitFor())
                    .as(Files.readString(logs.resolve("process-" + i)))
                    .isZero();
        }

        isWholeAfterOneMore();
    }

    private void prepare() throws Exception {
        for (int i = 0; i < FINISHED + NEW; i++) {
            Path folder = root.resolve("case-" + i);
            AnalysedCase.copyTo(folder);
            if (i < NEW) {
                WholeFolder.delete(folder.resolve("stipple"));
            }
        }
    }

    private void isWholeAfterOneMore() throws Exception {
        LedgerStore store = LedgerStore.embedded(root.resolve(CaseLedger.FILE));
        AuditResult last = Audit.run(new AuditRequest(root, root, store, "", 1, false), Progress.silent());

        assertThat(last.figures().leftOut()).isEmpty();
        assertThat(last.figures().counts().cases()).isEqualTo(FINISHED + NEW);
        List<LedgerDetail> entered = new ArrayList<>();
        try (Ledger ledger = Ledger.open(store)) {
            assertThat(ledger.faults()).isEmpty();
            ledger.forEachLatest(entered::add);
            assertThat(ledger.entry(FINISHED + NEW + 1)).as("an entry too many").isEmpty();
        }
        assertThat(entered)
                .extracting(LedgerDetail::subject)
                .doesNotHaveDuplicates()
                .hasSize(FINISHED + NEW);
        for (int i = 0; i < FINISHED + NEW; i++) {
            Path folder = root.resolve("case-" + i);
            assertThat(folder.resolve("stipple/record.ledger.json")).exists();
            try (var files = Files.list(folder)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .as("litter of the dead")
                        .noneMatch(name -> name.startsWith(".stipple"));
            }
        }
        assertThat(Audit.run(new AuditRequest(root, root, store, "", 1, false), Progress.silent())
                        .unchanged())
                .isEqualTo(FINISHED + NEW);
    }
}
