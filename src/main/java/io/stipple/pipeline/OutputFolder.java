package io.stipple.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder that results go to, filled beside its place and moved there at the end: a reader sees the old results or
 * the new ones, never half of each, and a run that fails leaves what was there.
 */
final class OutputFolder implements AutoCloseable {
    /** All that Stipple writes at the top of an output folder; a folder that holds anything else is not ours. */
    private static final Set<String> OURS = Set.of(
            "photos.csv",
            "measurements.csv",
            "changes.csv",
            "dots.csv",
            "record.json",
            "record.sig.json",
            "record.ledger.json",
            "report.html",
            "report.pdf",
            "share.html",
            "aligned",
            "counted",
            "gloss",
            ".DS_Store",
            "Thumbs.db");

    private static final String UNFINISHED = ".stipple-unfinished-";
    private static final String REPLACED = ".stipple-replaced-";

    /** Of this process and machine, such as {@code 4711@studio}; in names, so that what a dead process left is known. */
    private static final String OWNER = ManagementFactory.getRuntimeMXBean().getName();

    private static final Pattern LEFT_BY = Pattern.compile("\\.stipple-(?:unfinished|replaced)-(\\d+)@(.+)-\\d+");

    private final Path place;
    private final Path unfinished;

    private OutputFolder(Path place, Path unfinished) {
        this.place = place;
        this.unfinished = unfinished;
    }

    /**
     * Makes an empty folder beside {@code place} to write into.
     *
     * @throws UnusableOutputException when results cannot or must not go to {@code place}
     */
    static OutputFolder beside(Path place, Path caseFolder) throws UnusableOutputException {
        Path whole = place.toAbsolutePath().normalize();
        refuseToCoverPhotos(whole, caseFolder.toAbsolutePath().normalize());
        refuseForeignFolder(whole);
        try {
            Path parent = whole.getParent();
            Files.createDirectories(parent);
            tidyAround(whole);
            return new OutputFolder(whole, newFolderBeside(whole, UNFINISHED));
        } catch (IOException e) {
            throw new UnusableOutputException("the results folder cannot be written (" + reason(e) + ")", whole, e);
        }
    }

    private static Path newFolderBeside(Path place, String prefix) throws IOException {
        Path parent = place.getParent();
        return Files.createTempDirectory(parent == null ? place : parent, prefix + OWNER + "-");
    }

    /**
     * Clears up after processes that were killed: what they had not finished is deleted, and what they had moved aside and
     * replaced by nothing goes back to its place.
     */
    static void tidyAround(Path place) throws IOException {
        Path parent = place.toAbsolutePath().normalize().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return;
        }
        List<Path> left;
        try (Stream<Path> entries = Files.list(parent)) {
            left = entries.filter(OutputFolder::isOfTheDead).toList();
        }
        for (Path folder : left) {
            if (folder.getFileName().toString().startsWith(REPLACED)) {
                putBack(folder, parent);
            }
            WholeFolder.delete(folder);
        }
    }

    private static void putBack(Path aside, Path parent) throws IOException {
        try (Stream<Path> entries = Files.list(aside)) {
            for (Path old : entries.toList()) {
                Path to = parent.resolve(old.getFileName());
                if (!Files.exists(to)) {
                    Files.move(old, to);
                }
            }
        } catch (NoSuchFileException e) {
            // Another run that begins now clears up too, and was here first.
        }
    }

    private static boolean isOfTheDead(Path folder) {
        Matcher name = LEFT_BY.matcher(folder.getFileName().toString());
        return name.matches()
                && OWNER.endsWith("@" + name.group(2))
                && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    /** Where to write until {@link #publish}. */
    Path folder() {
        return unfinished;
    }

    /** Moves the results into place; what stood there is gone afterwards. */
    void publish() throws IOException {
        readableByOthers();
        if (!Files.exists(place)) {
            Files.move(unfinished, place);
            return;
        }
        Path aside = newFolderBeside(place, REPLACED);
        Path old = aside.resolve(place.getFileName());
        Files.move(place, old);
        try {
            Files.move(unfinished, place);
        } catch (IOException e) {
            Files.move(old, place);
            throw e;
        } finally {
            WholeFolder.delete(aside);
        }
    }

    /** Removes what was written but not published. */
    @Override
    public void close() {
        try {
            WholeFolder.delete(unfinished);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the unfinished results " + unfinished, e);
        }
    }

    // A temporary directory is its owner's alone; results may be read by whoever may read the case.
    private void readableByOthers() throws IOException {
        if (Files.getFileStore(unfinished).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(unfinished, Files.getPosixFilePermissions(place.getParent()));
        }
    }

    private static void refuseToCoverPhotos(Path place, Path caseFolder) throws UnusableOutputException {
        if (caseFolder.startsWith(place)) {
            throw new UnusableOutputException("the results would replace the case folder itself", place, null);
        }
        if (place.getParent() == null) {
            throw new UnusableOutputException("the results cannot go to the root of a drive", place, null);
        }
    }

    /** A folder that holds anything that Stipple does not write is somebody else's. */
    static void refuseForeignFolder(Path place) throws UnusableOutputException {
        if (!Files.exists(place)) {
            return;
        }
        if (!Files.isDirectory(place)) {
            throw new UnusableOutputException("the results folder is a file", place, null);
        }
        try (Stream<Path> entries = Files.list(place)) {
            List<String> foreign = entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !OURS.contains(name))
                    .sorted()
                    .toList();
            if (!foreign.isEmpty()) {
                throw new UnusableOutputException(
                        "the results folder holds what Stipple did not write (" + foreign.get(0)
                                + "), so it is not replaced; name another with -o",
                        place,
                        null);
            }
        } catch (IOException e) {
            throw new UnusableOutputException("the results folder cannot be read (" + reason(e) + ")", place, e);
        }
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException
                ? "permission denied"
                : e instanceof DirectoryNotEmptyException
                        ? "not empty"
                        : e.getClass().getSimpleName();
    }
}
