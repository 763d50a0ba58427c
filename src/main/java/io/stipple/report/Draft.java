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
        Path parent = place.toAbsolutePath().normalize().getParent();
        return at(place, parent == null ? place : parent);
    }

    /**
     * An empty folder inside {@code place}, for pages beside which people keep other things: what is around their folder
     * may not be theirs to write to.
     *
     * @throws ReportRefusedException when nothing can be written there
     */
    public static Draft within(Path place) throws ReportRefusedException {
        return at(place, place);
    }

    private static Draft at(Path place, Path around) throws ReportRefusedException {
        Path whole = place.toAbsolutePath().normalize();
        if (!Files.isWritable(whole)) {
            throw new ReportRefusedException("the folder cannot be written to", place);
        }
        try {
            return new Draft(whole, Files.createTempDirectory(around, UNFINISHED));
        } catch (IOException e) {
            throw new ReportRefusedException("the pages cannot be prepared", around, e);
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
