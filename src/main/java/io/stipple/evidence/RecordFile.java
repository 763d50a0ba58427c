package io.stipple.evidence;

import io.stipple.report.RecordHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where an output folder keeps its record. */
final class RecordFile {
    private RecordFile() {}

    static Path in(Path output) throws EvidenceException {
        Path file = output.resolve("record.json");
        if (!Files.isRegularFile(file)) {
            throw new EvidenceException(
                    "no record.json here: give the folder that `stipple analyze` wrote, such as CASE/stipple: "
                            + output);
        }
        return file;
    }

    /** Hash of the record of an output folder; a record that is no JSON is named. */
    static String hash(Path output) throws EvidenceException {
        Path file = in(output);
        try {
            return RecordHash.of(file);
        } catch (IOException e) {
            throw new EvidenceException("the record cannot be read: " + e.getMessage() + ": " + file, e);
        }
    }
}
