package io.stipple.report;

import java.nio.file.Path;
import java.util.List;

/**
 * What an index lists.
 *
 * @param file of the page
 * @param clients that are listed, in order
 * @param broken folders whose records cannot be read
 */
public record IndexedCases(Path file, List<String> clients, List<Broken> broken) {
    public IndexedCases {
        clients = List.copyOf(clients);
        broken = List.copyOf(broken);
    }

    /**
     * A record that cannot be read.
     *
     * @param folder below the page's
     * @param reason one sentence
     */
    public record Broken(String folder, String reason) {}

    /** As one JSON object. */
    public String json() {
        return RecordJson.mapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(new Summary(file.toString(), clients, broken));
    }

    private record Summary(String index, List<String> clients, List<Broken> broken) {}
}
