package io.stipple.evidence;

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
}
