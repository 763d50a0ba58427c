package io.stipple.audit;

import io.stipple.evidence.CaseLedger;
import io.stipple.ledger.LedgerStore;
import io.stipple.model.CaseRecord;
import io.stipple.pipeline.Progress;
import io.stipple.report.CaseFixture;
import io.stipple.report.RecordJson;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How long many finished records take: {@code java … io.stipple.audit.AuditStudy FOLDER [10000]} writes that many small
 * records (14 photos, 12 regions, few dots) into a new folder and audits them three times: entered anew, unchanged, and
 * every byte read again.
 */
final class AuditStudy {
    private AuditStudy() {}

    public static void main(String[] arguments) throws Exception {
        Path root = Files.createDirectories(Path.of(arguments[0]));
        int cases = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
        long bytes = 0;
        for (int i = 0; i < cases; i++) {
            Path output = Files.createDirectories(root.resolve(String.format("case-%05d/stipple", i)));
            CaseRecord record = new CaseFixture("C-" + i, 2).record();
            Path file = output.resolve("record.json");
            if (!Files.exists(file)) {
                RecordJson.write(record, file);
            }
            bytes += Files.size(file);
        }
        System.out.printf(Locale.ROOT, "%d records of %.0f kB%n", cases, bytes / 1e3 / cases);
        audit(root, false, "first");
        audit(root, false, "again");
        audit(root, true, "every byte");
    }

    private static void audit(Path root, boolean everyByte, String what) throws Exception {
        long begun = System.nanoTime();
        AuditResult result = Audit.run(
                new AuditRequest(root, root, LedgerStore.embedded(root.resolve(CaseLedger.FILE)), "", 2, everyByte),
                Progress.silent());
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f s, %d entered, %d unchanged, %d left out, memory at most %.0f MB%n",
                what,
                (System.nanoTime() - begun) / 1e9,
                result.entered(),
                result.unchanged(),
                result.figures().leftOut().size(),
                peak / 1e6);
    }
}
