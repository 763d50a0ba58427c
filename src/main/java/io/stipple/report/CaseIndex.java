package io.stipple.report;

import io.stipple.model.CaseRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * {@code index.html}: all cases of a folder on one page that works offline, each with its timeline, where its regions
 * stand, what waits, and a link to its report. A record that cannot be read is named, and the others go on.
 */
public final class CaseIndex {
    static final String FILE = "index.html";

    /** By this a page of ours is told from one that somebody else put there. */
    private static final String MARK = "<meta name=\"generator\" content=\"Stipple\">";

    private CaseIndex() {}

    /**
     * The output folders of all cases directly below a folder, by name: sub-folders with a record, and case folders
     * with a {@code stipple} folder in them.
     */
    public static List<Path> outputsBelow(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(Files::isDirectory)
                    .filter(entry -> !name(entry).startsWith("."))
                    .sorted(Comparator.comparing(CaseIndex::name))
                    .map(FinishedCase::folderOf)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    /**
     * Writes {@code index.html} into a folder.
     *
     * @param root holds the page; links lead from it to the reports
     * @param outputs output folders, one or more, in the order in which they are listed
     * @param step is told of each folder before it is read
     * @throws ReportRefusedException when another's {@code index.html} stands there, or there is nothing to list
     */
    public static IndexedCases write(Path root, List<Path> outputs, Consumer<String> step) throws IOException {
        if (outputs.isEmpty()) {
            throw new ReportRefusedException(
                    "no results of stipple analyze: neither a record.json here nor sub-folders that hold one", root);
        }
        Path file = root.resolve(FILE);
        if (Files.exists(file) && !ours(file)) {
            throw new ReportRefusedException("an index.html that Stipple did not write stands here", file);
        }
        List<IndexCard> cards = new ArrayList<>();
        List<IndexedCases.Broken> broken = new ArrayList<>();
        for (Path output : outputs) {
            String place = relative(root, output);
            step.accept(place);
            try {
                cards.add(IndexCard.of(record(output), place, output, "client-" + (cards.size() + 1)));
            } catch (IOException e) {
                broken.add(new IndexedCases.Broken(place, reason(e)));
            }
        }
        try (Draft draft = Draft.within(root)) {
            Template.write(
                    "index.peb",
                    Map.of(
                            "cards",
                            cards,
                            "broken",
                            broken,
                            "styles",
                            Template.resource("report.css") + Template.resource("index.css"),
                            "policy",
                            Template.policy("")),
                    draft.folder().resolve(FILE));
            draft.publish();
        }
        return new IndexedCases(file, cards.stream().map(IndexCard::client).toList(), broken);
    }

    /** Removes the page from a folder, where it is one that Stipple wrote. */
    public static void remove(Path root) throws IOException {
        Path file = root.resolve(FILE);
        if (Files.isRegularFile(file) && ours(file)) {
            Files.delete(file);
        }
    }

    private static CaseRecord record(Path output) throws IOException {
        return RecordJson.read(output.resolve(FinishedCase.RECORD_FILE));
    }

    private static String reason(IOException e) {
        return e instanceof ReportRefusedException refused
                ? refused.reason()
                : "the record cannot be read (" + e.getClass().getSimpleName() + ")";
    }

    private static boolean ours(Path file) throws IOException {
        // Its own mark stands near the beginning; a foreign file may be anything, so bytes and not characters.
        byte[] head = new byte[4096];
        try (var in = Files.newInputStream(file)) {
            int read = in.readNBytes(head, 0, head.length);
            return new String(head, 0, read, StandardCharsets.ISO_8859_1).contains(MARK);
        }
    }

    /** As an address on the page: with slashes on every system. */
    private static String relative(Path root, Path output) {
        return root.toAbsolutePath()
                .normalize()
                .relativize(output.toAbsolutePath().normalize())
                .toString()
                .replace('\\', '/');
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
