package io.stipple.report;

import io.stipple.model.CaseRecord;
import java.nio.file.Path;
import java.util.List;

/**
 * What was written from a finished record.
 *
 * @param record that was read
 * @param files that a person opens, in the order of the request
 * @param leftOut a sentence for each view that {@code share.html} does not show
 */
public record RenderedReport(CaseRecord record, List<Path> files, List<String> leftOut) {
    public RenderedReport {
        files = List.copyOf(files);
        leftOut = List.copyOf(leftOut);
    }
}
