package io.stipple.audit;

import java.nio.file.Path;

/**
 * A case below the root.
 *
 * @param folder of the case; where there are no photos, the one that holds its results
 * @param output folder of its results, there or not
 * @param photos whether there are stages to measure; else the record stands alone
 */
record FoundCase(Path folder, Path output, boolean photos) {
    /** Where its record is or will be. */
    Path record() {
        return output.resolve("record.json");
    }
}
