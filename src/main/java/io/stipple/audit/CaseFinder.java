package io.stipple.audit;

import io.stipple.pipeline.CaseInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the cases below a folder: folders with a stage in them, and finished records that have lost their photos. Looks
 * into no case, no hidden folder and through no link, so that it ends.
 */
final class CaseFinder {
    private static final String RECORD = "record.json";
    private static final String RESULTS = "stipple";

    private final List<FoundCase> found = new ArrayList<>();

    private CaseFinder() {}

    /** In the order of their paths. */
    static List<FoundCase> below(Path root) throws IOException {
        CaseFinder finder = new CaseFinder();
        finder.look(root.toAbsolutePath().normalize());
        return List.copyOf(finder.found);
    }

    private void look(Path folder) throws IOException {
        List<Path> inside = foldersIn(folder);
        if (inside.stream().anyMatch(entry -> CaseInputs.isStage(name(entry)))) {
            found.add(new FoundCase(folder, folder.resolve(RESULTS), true));
        } else if (Files.isRegularFile(folder.resolve(RECORD))) {
            found.add(new FoundCase(folder, folder, false));
        } else if (Files.isRegularFile(folder.resolve(RESULTS).resolve(RECORD))) {
            found.add(new FoundCase(folder, folder.resolve(RESULTS), false));
        } else {
            for (Path entry : inside) {
                look(entry);
            }
        }
    }

    private static List<Path> foldersIn(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !name(entry).startsWith("."))
                    .filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .sorted(Comparator.comparing(CaseFinder::name))
                    .toList();
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
