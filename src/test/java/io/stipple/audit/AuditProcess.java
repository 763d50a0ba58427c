package io.stipple.audit;

import io.stipple.evidence.CaseLedger;
import io.stipple.ledger.LedgerStore;
import io.stipple.pipeline.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that audits a folder, as {@code stipple audit} does. */
final class AuditProcess {
    private AuditProcess() {}

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]);
        LedgerStore store = LedgerStore.embedded(root.resolve(CaseLedger.FILE));
        Audit.run(new AuditRequest(root, root, store, "", 1, false), Progress.silent());
    }

    static Process start(Path root, Path output) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx512m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), AuditProcess.class.getName()));
        command.add(root.toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }
}
