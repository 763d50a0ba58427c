package io.stipple.audit;

import io.stipple.ledger.KnownFile;
import io.stipple.model.Sha256;
import io.stipple.pipeline.CaseInputs;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The files that an analysis hangs on, by size and time of change: as in git's index, a file of which both are as before
 * is taken to be as before, and is not read.
 */
final class CaseFiles {
    /** Stands for the hash of a file that no analysis reads. */
    private static final String NOT_READ = "0".repeat(64);

    private static final String RESULTS = "stipple";

    /**
     * A file's size and time of change.
     *
     * @param sizeBytes of it
     * @param modifiedNs since 1970, ns
     */
    record State(long sizeBytes, long modifiedNs) {
        static State of(BasicFileAttributes attributes) {
            return new State(attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
        }

        boolean isOf(KnownFile file) {
            return file.sizeBytes() == sizeBytes && file.modifiedNs() == modifiedNs;
        }
    }

    private final FoundCase found;
    private final SortedMap<String, State> states;

    private CaseFiles(FoundCase found, SortedMap<String, State> states) {
        this.found = found;
        this.states = states;
    }

    /** As they are now: all of the case's own files and those of its stages, and its record. */
    static CaseFiles of(FoundCase found) throws IOException {
        SortedMap<String, State> states = new TreeMap<>();
        if (found.photos()) {
            Files.walkFileTree(found.folder(), Set.of(), 2, new Looking(found.folder(), states));
        }
        return new CaseFiles(found, states).withNewRecord();
    }

    /**
     * The same, with the record as it is now: photos are to be known as they were when they were hashed, so that one that
     * is changed while the case is measured is seen the next time.
     */
    CaseFiles withNewRecord() throws IOException {
        SortedMap<String, State> after = new TreeMap<>(states);
        if (Files.isRegularFile(found.record())) {
            after.put(
                    relative(found.folder(), found.record()),
                    State.of(Files.readAttributes(found.record(), BasicFileAttributes.class)));
        }
        return new CaseFiles(found, after);
    }

    private static final class Looking extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final Map<String, State> states;

        Looking(Path folder, Map<String, State> states) {
            this.folder = folder;
            this.states = states;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            String name = String.valueOf(directory.getFileName());
            boolean stage = directory.equals(folder) || (!name.startsWith(".") && !name.equals(RESULTS));
            return stage ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!String.valueOf(file.getFileName()).startsWith(".") && !attributes.isDirectory()) {
                // A link is as new as what it leads to.
                BasicFileAttributes meant = attributes.isSymbolicLink()
                        ? Files.readAttributes(file, BasicFileAttributes.class)
                        : attributes;
                states.put(relative(folder, file), State.of(meant));
            }
            return FileVisitResult.CONTINUE;
        }
    }

    /** Whether these are the very files that are known, none more and none less. */
    boolean are(List<KnownFile> known) {
        return known.size() == states.size()
                && known.stream().allMatch(file -> {
                    State now = states.get(file.path());
                    return now != null && now.isOf(file);
                });
    }

    /**
     * SHA-256 of each photo by its path below the case folder.
     *
     * @param known hashes to be taken over where a file is as it was
     */
    SortedMap<String, String> photos(CaseInputs inputs, List<KnownFile> known) throws IOException {
        Map<String, KnownFile> byPath = new TreeMap<>();
        known.forEach(file -> byPath.put(file.path(), file));
        SortedMap<String, String> hashes = new TreeMap<>();
        for (String photo : inputs.photos()) {
            KnownFile before = byPath.get(photo);
            State now = states.get(photo);
            if (before != null
                    && now != null
                    && now.isOf(before)
                    && !before.sha256().equals(NOT_READ)) {
                hashes.put(photo, before.sha256());
            } else {
                hashes.put(photo, Sha256.of(found.folder().resolve(photo)));
            }
        }
        return hashes;
    }

    /**
     * To be known from now on.
     *
     * @param photos hashes by path
     * @param recordSha256 by the record's canonical form
     */
    List<KnownFile> known(Map<String, String> photos, String recordSha256) {
        String record = relative(found.folder(), found.record());
        List<KnownFile> known = new ArrayList<>();
        states.forEach((path, state) -> known.add(new KnownFile(
                path,
                state.sizeBytes(),
                state.modifiedNs(),
                path.equals(record) ? recordSha256 : photos.getOrDefault(path, NOT_READ))));
        return known;
    }

    private static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
