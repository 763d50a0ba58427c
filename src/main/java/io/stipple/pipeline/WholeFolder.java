package io.stipple.pipeline;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A folder with all that is in it. */
public final class WholeFolder {
    private WholeFolder() {}

    /**
     * Deletes a folder of results; nothing to do where there is none.
     *
     * @throws UnusableOutputException when it holds what Stipple did not write; nothing is deleted
     */
    public static void deleteResults(Path output) throws UnusableOutputException, IOException {
        OutputFolder.refuseForeignFolder(output);
        delete(output);
    }

    /** Clears up what killed runs left beside a folder of results; results that they had moved aside are put back. */
    public static void tidyAround(Path output) throws IOException {
        OutputFolder.tidyAround(output);
    }

    /**
     * Deletes it; nothing to do where there is none, or where another run deletes it at the same time. Links are deleted,
     * not followed.
     */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
