package io.stipple.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A mark in the folder of a client who was to be forgotten: photos that still lie there are not analysed again. */
final class Forgotten {
    static final String FILE = ".stipple-forgotten";

    private static final String TEXT = """
            What Stipple had derived from the photos here was deleted on request.
            As long as this file stands, stipple audit leaves them out.
            """;

    private Forgotten() {}

    static void mark(Path caseFolder) throws IOException {
        Files.writeString(caseFolder.resolve(FILE), TEXT);
    }

    /** Why the case is left out; empty where it is not. */
    static Optional<String> in(Path caseFolder) {
        return Files.exists(caseFolder.resolve(FILE))
                ? Optional.of("was forgotten on request, and photos still lie there: remove them, or " + FILE
                        + " to analyse them again")
                : Optional.empty();
    }
}
