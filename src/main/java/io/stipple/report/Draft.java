package io.stipple.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Files on their way into a folder: written beside it, moved in together once all are whole, or dropped. */
public final class Draft implements AutoCloseable {
    private static final String UNFINISHED = ".stipple-unfinished-";

    private final Path place;
    private final Path unfinished;

    private Draft(Path place, Path unfinished) {
        this.place = place;
        this.unfinished = unfinished;
    }

    /**
     * An empty folder beside {@code place}.
     *
     * @throws ReportRefusedException when nothing can be written there
     */
    public static Draft of(Path place) throws ReportRefusedException {
        Path whole = place.toAbsolutePath().normalize();
        Path parent = whole.getParent();
        if (!Files.isWritable(whole)) {
            throw new ReportRefusedException("the folder cannot be written to", place);
        }
        try {
            return new Draft(whole, Files.createTempDirectory(parent == null ? whole : parent, UNFINISHED));
        } catch (IOException e) {
            throw new ReportRefusedException("the reports cannot be prepared beside the folder", place, e);
        }
    }

    /** Where the files are written. */
    public Path folder() {
        return unfinished;
    }

    /** Moves all files into place, each as a whole; one of the same name is replaced. */
    public void publish() throws IOException {
        for (Path file : files()) {
            Files.move(file, place.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> entries = Files.list(unfinished)) {
            return entries.sorted().toList();
        }
    }

    @Override
    public void close() throws IOException {
        for (Path file : files()) {
            Files.delete(file);
        }
        Files.delete(unfinished);
    }
}
