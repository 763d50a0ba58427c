package io.stipple.ledger;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that appends entries and prints, for each that was acknowledged, its number and hash. */
final class AppendingProcess {
    private AppendingProcess() {}

    public static void main(String[] arguments) throws LedgerException {
        String address = arguments[0];
        String name = arguments[1];
        int count = Integer.parseInt(arguments[2]);
        LedgerStore store = address.startsWith("jdbc:")
                ? LedgerStore.server(address, Credentials.from(System.getenv(), null))
                : LedgerStore.embedded(Path.of(address));
        try (Ledger ledger = Ledger.open(store)) {
            for (int i = 0; i < count; i++) {
                LedgerEntry entry = ledger.append("analysed", name, name + "-" + i + "-" + "x".repeat(i % 20_000));
                System.out.println(entry.seq() + " " + entry.entrySha256());
            }
        }
    }

    /** Starts one that prints into a file, for a pipe loses what a killed process wrote last. */
    static Process start(String address, String name, int count, Path output) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        // Quick to start, and no burden on what runs beside it.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx128m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), AppendingProcess.class.getName()));
        command.addAll(List.of(address, name, Integer.toString(count)));
        return new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
