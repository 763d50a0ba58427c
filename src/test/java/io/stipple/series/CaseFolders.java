package io.stipple.series;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Builds case folders for tests; no test of this room looks into a photo, so photos are empty files. */
final class CaseFolders {
    private CaseFolders() {}

    /** Creates the files at {@code paths} below {@code folder}, with the folders that they need. */
    static void put(Path folder, String... paths) throws IOException {
        for (String path : paths) {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, new byte[0]);
        }
    }

    /** Writes {@code case.yaml}. */
    static void yaml(Path folder, String... lines) throws IOException {
        Files.writeString(folder.resolve("case.yaml"), String.join("\n", lines) + "\n");
    }
}
